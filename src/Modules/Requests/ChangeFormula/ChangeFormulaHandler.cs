using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using UnionHall.Organisation;
using UnionHall.Platform;
using UnionHall.Platform.Data;
using UnionHall.Platform.Security;
using UnionHall.Platform.Settings;
using UnionHall.Platform.Time;
using UnionHall.Requests.Data;
using UnionHall.Requests.Rates;
using UnionHall.Requests.Settings;
using UnionHall.Text;

namespace UnionHall.Requests.ChangeFormula;

/// <summary>Sets how rates are worked out from a day on. Periods that ended before keep their formula.</summary>
internal sealed class ChangeFormulaHandler(RequestsDb db, WholeTree tree, SettingLog log, SettingsTurn turn, TimeProvider clock)
{
    private readonly List<Refusal> refused = [];

    /// <summary>All that is wrong with it; nothing when it was done.</summary>
    public Task<IReadOnlyList<Refusal>> HandleAsync(Actor actor, ChangeFormulaForm form, CancellationToken stop) => turn.TakeAsync(() => ChangeAsync(actor, form, stop), stop);

    private async Task<IReadOnlyList<Refusal>> ChangeAsync(Actor actor, ChangeFormulaForm form, CancellationToken stop)
    {
        if (await tree.RefusalAsync(actor, stop) is { } shared)
        {
            return [shared];
        }

        if (await log.MeanwhileAsync(RateBook.Area, key: null, form.Seen, stop) is { } meanwhile)
        {
            return [meanwhile];
        }

        refused.Clear();
        var after = Read(form);
        return refused.Count > 0 ? [.. refused] : await SaveAsync(actor, after, stop);
    }

    private RateFormula Read(ChangeFormulaForm form)
    {
        var from = Basis.ReadDay(form.From, ChinaTime.Today(clock));
        var basis = Basis.Read(form.Basis);
        refused.AddRange(new[] { from.Refusal, basis.Refusal }.OfType<Refusal>());
        var formula = new RateFormula
        {
            Id = SortableId.Next(clock.GetUtcNow()),
            ValidFrom = from.Value,
            Basis = basis.Value ?? "",
            SolvedAnswers = Known<HeardSolved>(form.Solved, "至少选一种回答算解决。", nameof(form.Solved)),
            SatisfiedGrades = Known<Rating>(form.Satisfied, "至少选一档算满意。", nameof(form.Satisfied)),
            CountsReworks = form.Reworks,
            LeastAnswers = Number(form.Least, 1, 1000, nameof(form.Least)),
            ResponseWeight = Number(form.Response, 0, 100, nameof(form.Response)),
            ResolutionWeight = Number(form.Resolution, 0, 100, nameof(form.Resolution)),
            SatisfactionWeight = Number(form.Satisfaction, 0, 100, nameof(form.Satisfaction)),
            SatisfactionFloor = Number(form.Floor, 0, 100, nameof(form.Floor)),
        };
        if (refused.Count == 0 && formula.ResponseWeight + formula.ResolutionWeight + formula.SatisfactionWeight != 100)
        {
            refused.Add(new Refusal("weights", "三个权重加起来要等于 100。", nameof(form.Response)));
        }

        return formula;
    }

    private async Task<IReadOnlyList<Refusal>> SaveAsync(Actor actor, RateFormula after, CancellationToken stop)
    {
        var before = await db.Context.Set<RateFormula>().Where(row => row.ValidFrom <= after.ValidFrom).OrderByDescending(row => row.ValidFrom).FirstAsync(stop);
        var lines = SettingLine.Of(FormulaWords.Of(before).Zip(FormulaWords.Of(after), (old, now) => (old.Name, (string?)old.Value, (string?)now.Value)));
        if (lines.Count == 0)
        {
            return [new Refusal("formula-same", "从那天起本来就是这样，没有要改的。", nameof(ChangeFormulaForm.Least))];
        }

        log.Add(actor, new SettingEntry(RateBook.Area, "rates", "改动", after.ValidFrom, after.Basis, lines));
        db.Context.Happened(new RateFormulaChanged(after.ValidFrom));
        if (before.ValidFrom == after.ValidFrom)
        {
            before.Become(after);
        }
        else
        {
            db.Context.Add(after);
        }

        await db.SaveAsync(actor, stop);
        return [];
    }

    private List<string> Known<TEnum>(List<string> codes, string sentence, string field)
        where TEnum : struct, Enum
    {
        var known = Enum.GetValues<TEnum>().Select(value => EnumText.Code(value)).Where(codes.Contains).ToList();
        if (known.Count == 0)
        {
            refused.Add(new Refusal("none", sentence, field));
        }

        return known;
    }

    private int Number(string? typed, int least, int most, string field)
    {
        if (int.TryParse(PlainText.SingleLine(typed).Normalize(NormalizationForm.FormKC), NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most)
        {
            return value;
        }

        refused.Add(new Refusal("number", $"要填 {least} 到 {most} 之间的整数。", field));
        return 0;
    }
}

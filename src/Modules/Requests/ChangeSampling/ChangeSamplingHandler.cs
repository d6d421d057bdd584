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
using UnionHall.Requests.Domain;
using UnionHall.Requests.Intake;
using UnionHall.Requests.Sampling;
using UnionHall.Requests.Settings;
using UnionHall.Text;

namespace UnionHall.Requests.ChangeSampling;

/// <summary>Sets a share from a day on. Rows of later days stay.</summary>
internal sealed class ChangeSamplingHandler(RequestsDb db, WholeTree tree, SettingLog log, SettingsTurn turn, UnitDirectory units, ServiceCatalogue services, TimeProvider clock)
{
    private readonly List<Refusal> refused = [];

    /// <summary>All that is wrong with it; nothing when it was done.</summary>
    public Task<IReadOnlyList<Refusal>> HandleAsync(Actor actor, ChangeSamplingForm form, CancellationToken stop) => turn.TakeAsync(() => ChangeAsync(actor, form, stop), stop);

    private async Task<IReadOnlyList<Refusal>> ChangeAsync(Actor actor, ChangeSamplingForm form, CancellationToken stop)
    {
        if (await tree.RefusalAsync(actor, stop) is { } shared)
        {
            return [shared];
        }

        if (await log.MeanwhileAsync(SamplingBook.Area, key: null, form.Seen, stop) is { } meanwhile)
        {
            return [meanwhile];
        }

        refused.Clear();
        var reason = EnumText.TryParse<FollowUpReason>(form.Reason);
        Check(reason is not null, "reason-missing", "选一下是哪一种。", nameof(form.Reason));
        var service = PlainText.SingleLine(form.Service) is { Length: > 0 } code ? code : null;
        Check(service is null || await services.FindAsync(service, stop) is not null, "service-unknown", "没有这个事项。", nameof(form.Service));
        var unit = PlainText.SingleLine(form.Unit) is { Length: > 0 } unitCode ? await units.FindByCodeAsync(unitCode, stop) : null;
        Check(unit is not null || PlainText.SingleLine(form.Unit).Length == 0, "unit-unknown", "没有这个编码的单位。", nameof(form.Unit));
        var percent = Number(form.Percent, 0, 100, "要填 0 到 100 之间的整数。", nameof(form.Percent));
        var wait = Number(form.Wait, 0, 60, "要填 0 到 60 之间的整数。", nameof(form.Wait));
        var days = Number(form.Days, 1, 60, "要填 1 到 60 之间的整数。", nameof(form.Days));
        var from = Take(Basis.ReadDay(form.From, ChinaTime.Today(clock)));
        var basis = Take(Basis.Read(form.Basis));
        return refused.Count > 0 ? [.. refused] : await SaveAsync(actor, new SamplingRule
        {
            Id = SortableId.Next(clock.GetUtcNow()),
            Reason = reason!.Value,
            Service = service,
            UnitId = unit?.UnitId,
            ValidFrom = from,
        }.With(percent, wait, days, basis!), stop);
    }

    private async Task<IReadOnlyList<Refusal>> SaveAsync(Actor actor, SamplingRule after, CancellationToken stop)
    {
        var same = await db.Context.Set<SamplingRule>().Where(rule => rule.Reason == after.Reason && rule.Service == after.Service && rule.UnitId == after.UnitId && rule.ValidFrom <= after.ValidFrom).ToListAsync(stop);
        var before = same.MaxBy(rule => rule.ValidFrom);
        var lines = SettingLine.Of([("抽多少", Share(before), Share(after)), ("几天后开始", before?.WaitDays.ToString(CultureInfo.InvariantCulture), Text(after.WaitDays)), ("几个工作日内", before?.WorkingDays.ToString(CultureInfo.InvariantCulture), Text(after.WorkingDays))]);
        if (lines.Count == 0)
        {
            return [new Refusal("sampling-same", "从那天起本来就是这样，没有要改的。", nameof(ChangeSamplingForm.Percent))];
        }

        log.Add(actor, new SettingEntry(SamplingBook.Area, EnumText.Code(after.Reason), after.Reason.Chinese(), after.ValidFrom, after.Basis, lines));
        db.Context.Happened(new SamplingRuleChanged(after.Reason, after.Percent, after.ValidFrom));
        if (before?.ValidFrom == after.ValidFrom)
        {
            before.With(after.Percent, after.WaitDays, after.WorkingDays, after.Basis);
        }
        else
        {
            db.Context.Add(after);
        }

        await db.SaveAsync(actor, stop);
        return [];
    }

    private void Check(bool isFine, string code, string sentence, string field)
    {
        if (!isFine)
        {
            refused.Add(new Refusal(code, sentence, field));
        }
    }

    private T? Take<T>(Result<T> read)
    {
        if (read.Refusal is { } refusal)
        {
            refused.Add(refusal);
        }

        return read.Value;
    }

    private int Number(string? typed, int least, int most, string sentence, string field)
    {
        var fits = int.TryParse(PlainText.SingleLine(typed).Normalize(NormalizationForm.FormKC), NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most;
        Check(fits, "number", sentence, field);
        return value;
    }

    private static string? Share(SamplingRule? rule) => rule is null ? null : $"{rule.Percent}%";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using UnionHall.Organisation;
using UnionHall.Platform;
using UnionHall.Platform.Data;
using UnionHall.Platform.Security;
using UnionHall.Platform.Settings;
using UnionHall.Platform.Time;
using UnionHall.Requests.Clocks;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;
using UnionHall.Requests.ListClocks;
using UnionHall.Requests.Settings;
using UnionHall.Text;

namespace UnionHall.Requests.ChangeClock;

/// <summary>Sets a rule from a day on. A version planned for that day or later gives way.</summary>
internal sealed class ChangeClockHandler(RequestsDb db, WholeTree tree, SettingLog log, SettingsTurn turn, TimeProvider clock)
{
    private const int Most = 1000;
    private const int MostExcludes = 20;
    private readonly List<Refusal> refused = [];

    /// <summary>All that is wrong with it; nothing when it was done.</summary>
    public Task<IReadOnlyList<Refusal>> HandleAsync(Actor actor, ClockRule shown, ChangeClockForm form, CancellationToken stop) =>
        turn.TakeAsync(() => ChangeAsync(actor, shown, form, stop), stop);

    private async Task<IReadOnlyList<Refusal>> ChangeAsync(Actor actor, ClockRule shown, ChangeClockForm form, CancellationToken stop)
    {
        if (await tree.RefusalAsync(actor, stop) is { } shared)
        {
            return [shared];
        }

        if (await log.MeanwhileAsync(ClockBook.RuleArea, ClockBook.KeyOf(shown), form.Seen, stop) is { } meanwhile)
        {
            return [meanwhile];
        }

        refused.Clear();
        var from = Take(Basis.ReadDay(form.From, ChinaTime.Today(clock)));
        var basis = Take(Basis.Read(form.Basis));
        var amount = Number(form.Amount, 1, "多长要填 1 到 1,000 之间的整数。", nameof(form.Amount));
        var extension = Number(form.Extension, 0, "延期要填 0 到 1,000 之间的整数，0 是不能延。", nameof(form.Extension));
        var times = Number(form.Times, 0, "次数要填 0 到 1,000 之间的整数。", nameof(form.Times));
        var unit = EnumText.TryParse<LimitUnit>(form.Unit) is { } known and (LimitUnit.Hours or LimitUnit.CalendarDays or LimitUnit.WorkingDays) ? known : default;
        if (unit == default)
        {
            refused.Add(new Refusal("unit", "选一个单位。", nameof(form.Unit)));
        }

        var excludes = PlainText.SingleLine(form.Excludes);
        if (excludes.Length > MostExcludes)
        {
            refused.Add(new Refusal("excludes", $"最多 {MostExcludes} 个字，如“听证”。", nameof(form.Excludes)));
        }

        if (refused.Count > 0)
        {
            return [.. refused];
        }

        var versions = (await db.Context.Set<ClockRule>().Where(rule => rule.Profile == shown.Profile && rule.Code == shown.Code && rule.Duty == shown.Duty).ToListAsync(stop)).Where(rule => rule.IsSame(shown)).ToList();
        var before = versions.Where(rule => rule.ValidFrom <= from && (rule.ValidTo is null || rule.ValidTo >= rule.ValidFrom)).MaxBy(rule => rule.ValidFrom) ?? shown;
        var after = new ClockRule
        {
            Id = SortableId.Next(clock.GetUtcNow()),
            Profile = shown.Profile,
            Code = shown.Code,
            Duty = shown.Duty,
            MatterType = shown.MatterType,
            Urgency = shown.Urgency,
            ValidFrom = from,
            Basis = basis!,
            Excludes = excludes.Length == 0 ? null : excludes,
        }.With(new Limit(amount, unit), extension > 0 && times > 0 ? new Limit(extension, unit) : null, times);
        return await SaveAsync(actor, versions, before, after, stop);
    }

    private async Task<IReadOnlyList<Refusal>> SaveAsync(Actor actor, List<ClockRule> versions, ClockRule before, ClockRule after, CancellationToken stop)
    {
        List<SettingLine> lines = [];
        if (before.Limit != after.Limit)
        {
            lines.Add(new SettingLine("多长", SpokenTime.Limit(before.Limit), SpokenTime.Limit(after.Limit)));
        }

        if (ClockRuleRow.ExtensionOf(before) != ClockRuleRow.ExtensionOf(after))
        {
            lines.Add(new SettingLine("延期", ClockRuleRow.ExtensionOf(before), ClockRuleRow.ExtensionOf(after)));
        }

        if (before.Excludes != after.Excludes)
        {
            lines.Add(new SettingLine("不算在内的时间", before.Excludes ?? "没有", after.Excludes ?? "没有"));
        }

        if (lines.Count == 0 && before.Basis == after.Basis)
        {
            return [new Refusal("clock-same", "从那天起本来就是这样，没有要改的。", nameof(ChangeClockForm.Amount))];
        }

        foreach (var version in versions.Where(rule => rule.ValidTo is null || rule.ValidTo >= after.ValidFrom))
        {
            version.EndBefore(version.ValidFrom >= after.ValidFrom ? version.ValidFrom : after.ValidFrom);
        }

        db.Context.Add(after);
        log.Add(actor, new SettingEntry(ClockBook.RuleArea, ClockBook.KeyOf(after), $"改“{ClockProfiles.NameOf(after.Profile)} {after.Code} {ClockRuleRow.NameOf(after)}”", after.ValidFrom, after.Basis, lines));
        db.Context.Happened(new ClockRuleChanged(after.Profile, after.Code, after.ValidFrom));
        await db.SaveAsync(actor, stop);
        return [];
    }

    private int Number(string? typed, int least, string sentence, string field)
    {
        var text = PlainText.SingleLine(typed).Normalize(NormalizationForm.FormKC);
        if (text.Length == 0 && least == 0)
        {
            return 0;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least && value <= Most)
        {
            return value;
        }

        refused.Add(new Refusal("number", sentence, field));
        return 0;
    }

    private T? Take<T>(Result<T> read)
    {
        if (read.Refusal is { } refusal)
        {
            refused.Add(refusal);
        }

        return read.Value;
    }
}

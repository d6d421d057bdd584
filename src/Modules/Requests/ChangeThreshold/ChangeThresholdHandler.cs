using System.Globalization;
using Microsoft.EntityFrameworkCore;
using UnionHall.Organisation;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Platform.Settings;
using UnionHall.Platform.Time;
using UnionHall.Requests.Data;
using UnionHall.Requests.Settings;
using UnionHall.Text;

namespace UnionHall.Requests.ChangeThreshold;

/// <summary>Sets a number from a day on. Rows of later days stay.</summary>
internal sealed class ChangeThresholdHandler(RequestsDb db, WholeTree tree, SettingLog log, SettingsTurn turn, TimeProvider clock)
{
    /// <summary>All that is wrong with it; nothing when it was done.</summary>
    public Task<IReadOnlyList<Refusal>> HandleAsync(Actor actor, Threshold threshold, ChangeThresholdForm form, CancellationToken stop) =>
        turn.TakeAsync(() => ChangeAsync(actor, threshold, form, stop), stop);

    private async Task<IReadOnlyList<Refusal>> ChangeAsync(Actor actor, Threshold threshold, ChangeThresholdForm form, CancellationToken stop)
    {
        if (await tree.RefusalAsync(actor, stop) is { } shared)
        {
            return [shared];
        }

        if (await log.MeanwhileAsync(Thresholds.Area, threshold.Key, form.Seen, stop) is { } meanwhile)
        {
            return [meanwhile];
        }

        var value = ReadValue(threshold, form.Value);
        var from = Basis.ReadDay(form.From, ChinaTime.Today(clock));
        var basis = Basis.Read(form.Basis);
        Refusal?[] refused = [value.Refusal, from.Refusal, basis.Refusal];
        if (refused.Any(refusal => refusal is not null))
        {
            return [.. refused.OfType<Refusal>()];
        }

        var before = await db.Context.Set<RequestSetting>().Where(row => row.Key == threshold.Key && row.ValidFrom <= from.Value)
            .OrderByDescending(row => row.ValidFrom).FirstAsync(stop);
        if (before.Value == value.Value)
        {
            return [new Refusal("threshold-same", $"从那天起本来就是 {threshold.Say(before.Value)}，没有要改的。", nameof(form.Value))];
        }

        log.Add(actor, new SettingEntry(Thresholds.Area, threshold.Key, "改动", from.Value, basis.Value!, [new SettingLine(threshold.Name, threshold.Say(before.Value), threshold.Say(value.Value))]));
        db.Context.Happened(new RequestSettingChanged(threshold.Key, before.Value, value.Value, from.Value));
        Set(before, RequestSetting.Of(threshold.Key, from.Value, value.Value, basis.Value!));
        await db.SaveAsync(actor, stop);
        return [];
    }

    private void Set(RequestSetting before, RequestSetting after)
    {
        if (before.ValidFrom == after.ValidFrom)
        {
            before.Become(after.Value, after.Basis);
        }
        else
        {
            db.Context.Add(after);
        }
    }

    private static Result<int> ReadValue(Threshold threshold, string? typed) =>
        int.TryParse(PlainText.SingleLine(typed).Normalize(System.Text.NormalizationForm.FormKC), NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            && value >= threshold.Least && value <= threshold.Most
            ? value
            : new Refusal("threshold-value", $"要填 {threshold.Least} 到 {threshold.Most} 之间的整数。", nameof(ChangeThresholdForm.Value));
}

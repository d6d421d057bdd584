using UnionHall.Platform.Files;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.FollowRequest;

/// <summary>One line of the story in daily words.</summary>
/// <param name="At">When.</param>
/// <param name="Icon">A name of assets/icons.json.</param>
/// <param name="Title">What happened.</param>
/// <param name="Fact">A line under it, or null.</param>
/// <param name="Words">What was said, or null.</param>
/// <param name="Files">What came with it.</param>
/// <param name="IsLate">True for what should have happened and has not.</param>
internal sealed record StoryLine(DateTimeOffset At, string Icon, string Title, string? Fact, string? Words, IReadOnlyList<FileSummary> Files, bool IsLate = false)
{
    public static IEnumerable<StoryLine> Of(
        Request request, IReadOnlyList<TimelineEntry> entries, ILookup<Guid, FileSummary> files, IReadOnlyDictionary<UnitId, string> names, DateTimeOffset now)
    {
        foreach (var entry in entries.Where(entry => entry.Kind != TimelineKind.Acknowledged))
        {
            yield return Of(entry, request, [.. files[entry.Id]], names, now);
        }

        // A hop that another unit took over stands there twice; its first line tells of the dispatch.
        foreach (var order in request.Orders.Where(order => order.Way == OrderWay.Dispatched).OrderBy(order => order.Id.Value).DistinctBy(order => order.DispatchedAt))
        {
            yield return Dispatched(order, names[order.UnitId], now);
        }

        foreach (var order in request.Orders.Where(order => order.IsOpenLead && order.DueAt < now && order.UnitId == request.CurrentUnit && request.PausedUntil is null).Take(1))
        {
            yield return Late(order, names[order.UnitId], now);
        }
    }

    /// <summary>An answer as the worker will read it.</summary>
    public static StoryLine OfReply(string words, string unit, string actor, IReadOnlyList<FileSummary> files, DateTimeOffset now) =>
        new(now, "message", "给您的答复", $"{unit} {actor} · {SpokenTime.Moment(now, now)}", words, files);

    /// <summary>What is late is told as it is, to both sides.</summary>
    private static StoryLine Late(WorkOrder order, string unit, DateTimeOffset now) => new(
        now, "warning", order.AcknowledgedAt is null ? $"{unit}还没签收" : $"{unit}还没办完",
        $"应在 {SpokenTime.Moment(order.DueAt, now)} 前办完，已经超了 {SpokenTime.Duration(now - order.DueAt)}。上级也看得到。", null, [], IsLate: true);

    private static StoryLine Dispatched(WorkOrder order, string unit, DateTimeOffset now) => new(
        order.DispatchedAt, "dispatch", $"派给{unit}",
        SpokenTime.Moment(order.DispatchedAt, now) + (order.AcknowledgedAt is { } signed ? $"，{SpokenTime.Moment(signed, now)} 签收" : "，还没签收"), null, []);

    private static StoryLine Of(TimelineEntry entry, Request request, FileSummary[] files, IReadOnlyDictionary<UnitId, string> names, DateTimeOffset now)
    {
        var unit = entry.UnitId is { } id ? names[id] : "";
        var when = SpokenTime.Moment(entry.At, now);
        var (icon, title) = entry.Kind switch
        {
            TimelineKind.Submitted => ("check", "收到您说的事"),
            TimelineKind.Asked => ("question", "想问您一句"),
            TimelineKind.Answered => ("message", "您回了话"),
            TimelineKind.Supplemented => ("plus", "您补充了情况"),
            TimelineKind.Replied => ("message", "给您的答复"),
            TimelineKind.Disputed => ("flag", $"您说没解决，交给{unit}重新看"),
            TimelineKind.HandedOn => ("hand-over", $"原单位撤并，由{unit}接着办"),
            TimelineKind.Confirmed => ("check-circle", "您说解决了"),
            TimelineKind.Closed => ("archive", request.Outcome == Outcome.Silent ? "等了您几天没有表态，先办结了" : "上一级看过后的决定"),
            TimelineKind.Declined => ("map-pin", "这件事该找这里"),
            TimelineKind.Withdrawn => ("undo", "您撤回了"),
            TimelineKind.Reworked => ("repeat", $"回访时您说没解决，交给{unit}重办"),
            TimelineKind.Reopened => ("repeat", $"有了新情况，交给{unit}再办"),
            TimelineKind.Paused => ("pause", "时限先停一下"),
            TimelineKind.Deferred => ("pin", "现在解决不了，定了日子再看"),
            TimelineKind.Resumed => ("clock", "接着计时"),
            TimelineKind.Extended => ("clock", "答复的日子往后推了"),
            TimelineKind.Recomputed => ("calendar", "答复的日子重新算过"),
            TimelineKind.Returned => ("undo", $"派错了，回到{unit}重新派"),
            TimelineKind.ReportedUp => ("arrow-up", $"请上一级来办，现在在{unit}"),
            TimelineKind.Escalated => ("arrow-up", $"交到上一级办，现在在{unit}"),
            TimelineKind.Split => ("split", "分头去办"),
            TimelineKind.WorkerChased => ("bell", "您催了一次"),
            TimelineKind.IdentityOpened => ("eye", $"{unit}看了您的姓名和电话"),
            _ => ("info", "有了新进展"),
        };
        var fact = IsOfWorker(entry.Kind) || entry.Kind is TimelineKind.HandedOn or TimelineKind.Reworked or TimelineKind.Reopened ? when
            : entry.Kind == TimelineKind.Submitted ? $"{when} · {request.Channel.Chinese()} · {unit}"
            : $"{unit} {entry.ActorName} · {when}";
        return new StoryLine(entry.At, icon, title, fact, entry.Text, files);
    }

    private static bool IsOfWorker(TimelineKind kind) =>
        kind is TimelineKind.Answered or TimelineKind.Supplemented or TimelineKind.Disputed or TimelineKind.Confirmed or TimelineKind.Withdrawn or TimelineKind.WorkerChased;
}

using UnionHall.Requests.Domain;

namespace UnionHall.Requests.OpenRequest;

/// <summary>How the desk reads a line of the timeline.</summary>
internal static class TimelineWords
{
    /// <summary>Who did it. A worker who is not named stays "职工", whatever the line was signed with.</summary>
    /// <param name="worker">His name, where the reader may know it.</param>
    public static string Who(TimelineEntry entry, Channel channel, string? worker) => entry.Kind switch
    {
        TimelineKind.Submitted when entry.Account is not null && channel is not (Channel.Web or Channel.Wechat) => entry.ActorName,
        _ => TimelineKinds.OfTheWorker.Contains(entry.Kind) ? worker ?? "职工" : entry.ActorName,
    };

    public static string Did(TimelineEntry entry, CaseView seen) => entry.Kind switch
    {
        TimelineKind.Submitted when seen.Row.Channel is not (Channel.Web or Channel.Wechat) => $"登记（{seen.Row.Channel.Chinese()}），{seen.UnitOf(entry)}收到",
        TimelineKind.Submitted => $"说了这件事，{seen.UnitOf(entry)}收到",
        TimelineKind.Dispatched => $"派给{seen.UnitOf(entry)}",
        TimelineKind.Acknowledged => $"签收，{seen.UnitOf(entry)}在办",
        TimelineKind.Assigned => $"转给{entry.Text}",
        TimelineKind.HandedOn => $"原单位撤并，转到{seen.UnitOf(entry)}接着办",
        TimelineKind.Asked => "问职工",
        TimelineKind.Answered => "回话",
        TimelineKind.Supplemented => "补充",
        TimelineKind.Note => "内部记录",
        TimelineKind.Replied => "答复职工",
        TimelineKind.Disputed => $"说没解决，转到{seen.UnitOf(entry)}",
        TimelineKind.Confirmed => "说解决了",
        TimelineKind.Closed => "办结",
        TimelineKind.Declined => "告知去处",
        TimelineKind.Withdrawn => "撤回",
        TimelineKind.ClockAsked => "申请",
        TimelineKind.ClockRefused => "没有批",
        TimelineKind.Paused => "批准暂停计时",
        TimelineKind.Deferred => "批准挂账",
        TimelineKind.Resumed => "恢复计时",
        TimelineKind.Extended => "批准延期",
        TimelineKind.UrgencySet => "把紧急程度改成",
        TimelineKind.Recomputed => "期限重新算过",
        TimelineKind.Contacted => "联系职工",
        TimelineKind.Breached => $"超期，记在{seen.UnitOf(entry)}名下",
        TimelineKind.DutyStarted => "另外要办的事开始计时",
        TimelineKind.DutyDone => "办好另外的事",
        _ => "看了职工身份，理由",
    };

    public static string Icon(TimelineEntry entry) => entry.Kind switch
    {
        TimelineKind.Submitted => "edit",
        TimelineKind.Dispatched => "dispatch",
        TimelineKind.Acknowledged => "check",
        TimelineKind.Assigned or TimelineKind.HandedOn => "hand-over",
        TimelineKind.Asked => "question",
        TimelineKind.Note => "lock",
        TimelineKind.Disputed => "warning",
        TimelineKind.Confirmed or TimelineKind.Closed => "check-circle",
        TimelineKind.IdentityOpened => "eye",
        TimelineKind.Declined => "sign-out",
        TimelineKind.Withdrawn => "undo",
        TimelineKind.Paused => "pause",
        TimelineKind.Deferred => "pin",
        TimelineKind.ClockAsked or TimelineKind.ClockRefused => "hourglass",
        TimelineKind.Resumed or TimelineKind.Extended or TimelineKind.Recomputed or TimelineKind.UrgencySet => "clock",
        TimelineKind.Contacted => "phone",
        TimelineKind.Breached => "warning",
        TimelineKind.DutyStarted or TimelineKind.DutyDone => "flag",
        _ => "message",
    };

    public static string? Dot(TimelineEntry entry) => entry.Kind switch
    {
        TimelineKind.Disputed or TimelineKind.Breached => "dot--late",
        TimelineKind.Replied or TimelineKind.Confirmed or TimelineKind.Answered => "dot--pine",
        _ => null,
    };
}

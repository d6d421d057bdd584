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
        TimelineKind.WorkerChased => worker ?? "职工",
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
        TimelineKind.ReviewAsked => $"{seen.UnitOf(entry)}申请",
        TimelineKind.ReviewDecided => "裁定",
        TimelineKind.Reworked => $"回访时职工说没解决，转到{seen.UnitOf(entry)}重办",
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
        TimelineKind.Informed => $"抄送{seen.UnitOf(entry)}，让中间的一级也知道",
        TimelineKind.ReturnAsked => $"申请退单：{seen.UnitOf(entry)}认为派错了",
        TimelineKind.ReturnRefused => $"裁定不退，{seen.UnitOf(entry)}接着办",
        TimelineKind.Returned => $"裁定退回，{seen.UnitOf(entry)}重新派",
        TimelineKind.ResultReported => $"把结果报给{seen.UnitOf(entry)}",
        TimelineKind.ReportedUp => $"报请{seen.UnitOf(entry)}接办",
        TimelineKind.Escalated => $"提级，交到{seen.UnitOf(entry)}",
        TimelineKind.SideCalled => $"请{seen.UnitOf(entry)}",
        TimelineKind.SideSigned => $"签收，{seen.UnitOf(entry)}到场在办",
        TimelineKind.SideAnswered => $"交结果，{seen.UnitOf(entry)}",
        TimelineKind.SideReported => $"报阶段情况，{seen.UnitOf(entry)}",
        TimelineKind.SideCancelled => $"撤下{seen.UnitOf(entry)}的工单",
        TimelineKind.SideHandedOn => $"原单位撤并，它的那一份转到{seen.UnitOf(entry)}接着办",
        TimelineKind.Split => "拆开分办",
        TimelineKind.Assessed => $"评{seen.UnitOf(entry)}",
        TimelineKind.Conferred => "记会商纪要",
        TimelineKind.Chased => $"催办{seen.UnitOf(entry)}",
        TimelineKind.WorkerChased => "催了一次",
        TimelineKind.Supervised => $"{seen.UnitOf(entry)}督办",
        TimelineKind.SupervisionReported => "报督办情况",
        TimelineKind.SupervisionEnded => "了结督办",
        TimelineKind.ProblemMarked => "列进问题工单",
        TimelineKind.HintsPassed => "发出前看过提醒，没有改",
        TimelineKind.AnswerSourced => "答复参考了",
        TimelineKind.ApprovalAsked => "写好答复，等审批",
        TimelineKind.ReplyApproved => "批准发出答复",
        TimelineKind.ReplySentBack => "把答复退回去改",
        TimelineKind.ReplyTakenBack => "撤回等审批的答复",
        _ => "看了职工身份，理由",
    };

    public static string Icon(TimelineEntry entry) => entry.Kind switch
    {
        TimelineKind.Submitted => "edit",
        TimelineKind.Dispatched => "dispatch",
        TimelineKind.Acknowledged => "check",
        TimelineKind.Assigned or TimelineKind.HandedOn or TimelineKind.SideHandedOn => "hand-over",
        TimelineKind.Asked => "question",
        TimelineKind.Note => "lock",
        TimelineKind.Disputed => "warning",
        TimelineKind.Confirmed or TimelineKind.Closed => "check-circle",
        TimelineKind.IdentityOpened => "eye",
        TimelineKind.Declined => "sign-out",
        TimelineKind.Withdrawn => "undo",
        TimelineKind.Reworked => "repeat",
        TimelineKind.ReviewAsked or TimelineKind.ReviewDecided => "scales",
        TimelineKind.Paused => "pause",
        TimelineKind.Deferred => "pin",
        TimelineKind.ClockAsked or TimelineKind.ClockRefused => "hourglass",
        TimelineKind.Resumed or TimelineKind.Extended or TimelineKind.Recomputed or TimelineKind.UrgencySet => "clock",
        TimelineKind.Contacted => "phone",
        TimelineKind.Breached or TimelineKind.ProblemMarked => "warning",
        TimelineKind.ReturnAsked or TimelineKind.Returned or TimelineKind.ReturnRefused => "undo",
        TimelineKind.ReportedUp or TimelineKind.Escalated or TimelineKind.ResultReported => "arrow-up",
        TimelineKind.SideCalled or TimelineKind.SideAnswered or TimelineKind.SideReported => "helping-hand",
        TimelineKind.SideSigned => "check",
        TimelineKind.SideCancelled => "close",
        TimelineKind.Split => "split",
        TimelineKind.Conferred => "users",
        TimelineKind.Chased or TimelineKind.WorkerChased => "bell",
        TimelineKind.Informed => "eye",
        TimelineKind.Assessed => "star",
        TimelineKind.Supervised or TimelineKind.SupervisionReported or TimelineKind.SupervisionEnded => "flag",
        TimelineKind.DutyStarted or TimelineKind.DutyDone => "flag",
        TimelineKind.HintsPassed => "info",
        TimelineKind.AnswerSourced => "book",
        TimelineKind.ApprovalAsked => "hourglass",
        TimelineKind.ReplyApproved => "check-circle",
        TimelineKind.ReplySentBack or TimelineKind.ReplyTakenBack => "undo",
        _ => "message",
    };

    public static string? Dot(TimelineEntry entry) => entry.Kind switch
    {
        TimelineKind.Disputed or TimelineKind.Breached => "dot--late",
        TimelineKind.Replied or TimelineKind.Confirmed or TimelineKind.Answered => "dot--pine",
        _ => null,
    };
}

namespace UnionHall.Requests.ListRequests;

/// <summary>A list the desk comes back to.</summary>
/// <param name="Code">In the address.</param>
/// <param name="Name">What it is called.</param>
/// <param name="IsOpen">True: only what the desk has to do, next deadline first. False: newest first.</param>
/// <param name="Empty">What is so when nothing is in it.</param>
internal sealed record InboxView(string Code, string Name, bool IsOpen, string Empty)
{
    public static readonly InboxView Unit = new("unit", "本组待办", true, "都办完了");
    public static readonly InboxView All = new("all", "全部诉求", false, "还没有诉求");
    public static readonly InboxView Closed = new("closed", "办结的", false, "还没有办结的");
    public static readonly InboxView Replied = new("replied", "等职工确认", false, "没有等职工确认的");

    public static readonly InboxView Mine = new("mine", "我的待办", true, "您手上没有要办的");
    public static readonly InboxView Today = new("today", "今天到期", true, "今天没有到期的");
    public static readonly InboxView Late = new("late", "已超期", true, "没有超期的");
    public static readonly InboxView Approval = new("approval", "等审批的答复", true, "没有等审批的答复");
    public static readonly InboxView Disputed = new("disputed", "职工说没解决", true, "没有职工说没解决的");

    /// <summary>Reached from 今天 only.</summary>
    public static readonly InboxView Waiting = new("waiting", "等派单和签收", true, "没有等派单和签收的");
    public static readonly InboxView Answered = new("answered", "职工回话了", true, "没有职工新回的话");

    public static readonly IReadOnlyList<InboxView> Each =
    [
        Unit,
        Mine,
        Today,
        Late,
        new("asked", "等职工回话", true, "没有等职工回话的"),
        Disputed,
        Approval,
        Replied,
        new("sealed", "保密与匿名", true, "没有要保密的"),
        new("supervised", "督办", false, "没有督办的"),
        new("problem", "问题工单", true, "没有问题工单"),
        new("collective", "集体诉求", true, "没有集体诉求"),
        new("merged", "并走的", false, "没有并走的"),
        Closed,
        All,
    ];

    public static InboxView Of(string? code) => Each.Append(Waiting).Append(Answered).FirstOrDefault(view => view.Code == code) ?? Unit;
}

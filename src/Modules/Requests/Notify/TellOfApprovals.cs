using UnionHall.Platform.Jobs;
using UnionHall.Platform.Security;

namespace UnionHall.Requests.Notify;

/// <summary>Tells who may let an answer go out, and its writer what became of it.</summary>
internal sealed class TellOfApprovals(DeskNotices notices) :
    IEventHandler<ApprovalAsked>, IEventHandler<ReplyApproved>, IEventHandler<ReplySentBack>
{
    public async Task HandleAsync(ApprovalAsked happened, CancellationToken stop) => await notices.SendAsync(
        happened.Request, happened.Reference, "approval-asked", "有一份答复等您审批", "/approve", await ApproversAsync(happened, stop), stop);

    public Task HandleAsync(ReplyApproved happened, CancellationToken stop) => notices.SendAsync(
        happened.Request, happened.Reference, "reply-approved", happened.Changed ? "您的答复改了几处，批了，发出去了" : "您的答复批了，发出去了", "", Writer(happened.WrittenBy), stop);

    public Task HandleAsync(ReplySentBack happened, CancellationToken stop) => notices.SendAsync(
        happened.Request, happened.Reference, "reply-sent-back", "您的答复退回来了，看看为什么", "/reply", Writer(happened.WrittenBy), stop);

    private static AccountId[] Writer(AccountId? writer) => writer is { } one ? [one] : [];

    /// <summary>Those of the unit, else of the nearest one above, who supervise; never the writer.</summary>
    private Task<IReadOnlyCollection<AccountId>> ApproversAsync(ApprovalAsked happened, CancellationToken stop) =>
        notices.FirstAsync(happened.Request, happened.Unit, stop, one => one.AccountId != happened.WrittenBy && one.Role.Allows(Permission.SuperviseRequests));
}

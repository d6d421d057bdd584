using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Acting;
using UnionHall.Requests.Approval;
using UnionHall.Requests.Domain;
using UnionHall.Requests.ReplyRequest;
using UnionHall.Text;

namespace UnionHall.Requests.ApproveReply;

/// <summary>Lets an answer go out, as it is or changed; or sends it back. Its writer may take it back.</summary>
internal sealed class ApproveReplyHandler(RequestDesk desk, ApprovalDesk approvals, HintDesk looks, EntryLimits limits, ConfirmWindow window, TimeProvider clock)
{
    private static readonly Refusal Decided = new("approval-decided", "这份答复已经不在等审批，可能别的同志批了或撤回了。");

    public async Task<Result> HandleAsync(Actor actor, string reference, ApproveReplyForm form, CancellationToken stop) => await limits.AnswerRefusalAsync(form, stop) ?? await desk.ActAsync(
        Act.ApproveReply, actor, reference, form.Seen, request => WithDraftAsync(request, draft => ApproveAsync(request, draft, form, actor, stop), stop), stop);

    public async Task<Result> SendBackAsync(Actor actor, string reference, ApproveReplyForm form, CancellationToken stop)
    {
        var reason = PlainText.Clean(form.Note);
        return reason.Length == 0
            ? new Refusal("reason-missing", "为什么退回还没写，写的同志要看。", nameof(form.Note))
            : await limits.RefusalAsync(reason, nameof(form.Note), stop) ?? await desk.ActAsync(
                Act.SendReplyBack, actor, reference, form.Seen, request => WithDraftAsync(request, draft => Task.FromResult(request.SendReplyBack(draft, reason, actor, clock.GetUtcNow())), stop), stop);
    }

    public Task<Result> TakeBackAsync(Actor actor, string reference, CancellationToken stop) => desk.ActAsync(
        Act.TakeReplyBack, actor, reference, null, request => WithDraftAsync(request, draft => Task.FromResult(request.TakeReplyBack(draft, actor, clock.GetUtcNow())), stop), stop);

    private async Task<Result> WithDraftAsync(Request request, Func<ReplyDraft, Task<Result>> verb, CancellationToken stop) =>
        request.ApprovalAskedAt is not null && await approvals.OpenAsync(request.Id, stop) is { } draft ? await verb(draft) : Decided;

    private async Task<Result> ApproveAsync(Request request, ReplyDraft draft, ApproveReplyForm form, Actor actor, CancellationToken stop)
    {
        var (now, note) = (clock.GetUtcNow(), PlainText.Clean(form.Note));
        if (form.Words != draft.Words && note.Length == 0)
        {
            return new Refusal("note-missing", "改了答复，写一句改了什么，写的同志要看。", nameof(form.Note));
        }

        // What its writer explained needs no second word; what came in with a change does.
        var hints = await looks.OfAsync(request.Id, form.Words, hasFiles: true, draft.Sources, stop);
        if (form.Words != draft.Words && hints.Stops(form) is { } first)
        {
            return first;
        }

        var reply = request.ApproveReply(draft, form.Words, note.Length == 0 ? null : note, await window.EndAsync(now, stop), actor, now);
        if (reply.Value is not { } entry)
        {
            return reply;
        }

        request.PassOver(form.Words == draft.Words ? draft.PassedOver : hints.PassedOver(form), draft.Writer, now);
        request.KeepSources(draft.Sources, draft.Writer, now);
        await approvals.HandFilesOnAsync(draft, entry, stop);
        return Result.Done;
    }
}

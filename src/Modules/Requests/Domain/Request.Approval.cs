using UnionHall.Platform;
using UnionHall.Platform.Security;

namespace UnionHall.Requests.Domain;

/// <summary>Answers that wait for consent. Nothing of it moves a clock or tells the worker anything.</summary>
internal sealed partial class Request
{
    private static readonly Refusal ApprovalWaits = new("approval-waits", "已经有一份答复在等审批。批了、退了或撤回以后，才能再交一份。");

    /// <summary>Since when an answer waits for consent; null: none does.</summary>
    public DateTimeOffset? ApprovalAskedAt { get; private set; }

    /// <summary>Puts an answer before somebody above; it goes out when he agrees.</summary>
    /// <param name="waiting">The draft that waits already; null where none does.</param>
    public Result<ReplyDraft> AskApproval(DraftWish wish, ReplyDraft? waiting, Actor actor, DateTimeOffset at)
    {
        if ((wish.Kind == DraftKind.Decline ? DeclineRefusal() : IsOpen ? SidesRefusal() : Refusals.NotWhile(State, "答复")) is { } no)
        {
            return no;
        }

        if ((waiting?.HeldBy == CurrentUnit && ApprovalAskedAt is not null ? ApprovalWaits : null) is { } refusal)
        {
            return refusal;
        }

        // One that another unit, or an earlier round, left behind.
        waiting?.Decide(approved: false, null, actor, at);
        (ApprovalAskedAt, Assignee) = (at, Assignee ?? actor.Account);
        Events.Add(new ApprovalAsked(Id, Reference, CurrentUnit, actor.Account));
        return ReplyDraft.Of(Tell(TimelineKind.ApprovalAsked, actor, at, CurrentUnit, wish.Words, isPublic: false), wish, CurrentUnit);
    }

    /// <summary>The answer goes out in its writer's name.</summary>
    /// <param name="words">As it goes out, perhaps changed.</param>
    /// <param name="note">What was changed and why.</param>
    public Result<TimelineEntry> ApproveReply(ReplyDraft draft, string words, string? note, DateTimeOffset confirmBy, Actor actor, DateTimeOffset at)
    {
        if (draft.WrittenBy is not null && draft.WrittenBy == actor.Account)
        {
            return new Refusal("own-draft", "自己写的答复不能自己批，请另一位同志批。");
        }

        if (draft.HeldBy != CurrentUnit)
        {
            return new Refusal("approval-moved", "写好以后这件转到了别的单位，这份不能再发。请退回，由现在的单位答复。");
        }

        var reply = draft.Kind == DraftKind.Decline ? Decline(words, draft.Writer, at) : Reply(words, confirmBy, draft.Writer, at, draft.UnitId);
        if (reply.Succeeded)
        {
            Tell(TimelineKind.ReplyApproved, actor, at, CurrentUnit, note, isPublic: false);
            draft.Decide(approved: true, note, actor, at);
            Events.Add(new ReplyApproved(Id, Reference, draft.WrittenBy, words != draft.Words));
        }

        return reply;
    }

    public Result SendReplyBack(ReplyDraft draft, string reason, Actor actor, DateTimeOffset at)
    {
        ApprovalAskedAt = null;
        Tell(TimelineKind.ReplySentBack, actor, at, CurrentUnit, reason, isPublic: false);
        draft.Decide(approved: false, reason, actor, at);
        Events.Add(new ReplySentBack(Id, Reference, draft.WrittenBy));
        return Result.Done;
    }

    /// <summary>Its writer takes it back to change it.</summary>
    public Result TakeReplyBack(ReplyDraft draft, Actor actor, DateTimeOffset at)
    {
        if (draft.WrittenBy != actor.Account)
        {
            return Result.Refuse("not-own-draft", "只有写这份答复的同志能撤回。");
        }

        ApprovalAskedAt = null;
        Tell(TimelineKind.ReplyTakenBack, actor, at, CurrentUnit, isPublic: false);
        draft.Decide(approved: false, null, actor, at);
        Events.Add(new ReplyTakenBack(Id));
        return Result.Done;
    }
}

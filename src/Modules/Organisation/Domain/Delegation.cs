using UnionHall.Platform;
using UnionHall.Platform.Data;
using UnionHall.Platform.Security;

namespace UnionHall.Organisation.Domain;

/// <summary>A post lent to another person until a day; it ends with the post itself at the latest, and cannot be lent on.</summary>
internal sealed class Delegation : IRaiseEvents
{
    public const int ReasonLimit = 200;

    private Delegation()
    {
    }

    public DelegationId Id { get; private init; }

    public PostId PostId { get; private init; }

    public Post Post { get; private init; } = null!;

    public AccountId ToAccount { get; private init; }

    public string ToName { get; private init; } = "";

    public DateOnly FromOn { get; private init; }

    /// <summary>The first day it is no longer lent.</summary>
    public DateOnly ToOn { get; private set; }

    public string Reason { get; private init; } = "";

    public EventList Events { get; } = new();

    /// <summary>Lends a post.</summary>
    /// <param name="others">What the borrower holds or was lent, now and later.</param>
    public static Result<Delegation> Lend(Post post, DelegationDraft draft, IReadOnlyList<HeldRole> others, DateOnly today)
    {
        if (Refused(post, draft, today) is { } refusal)
        {
            return refusal;
        }

        var period = new Period(draft.From, draft.To);
        if (PostRules.TwoAdministrators(draft.ToName, post.Role, period, others) is { } clash)
        {
            return clash with { Field = "To" };
        }

        var lent = new Delegation
        {
            Id = DelegationId.Next(),
            PostId = post.Id,
            Post = post,
            ToAccount = draft.ToAccount,
            ToName = draft.ToName,
            FromOn = draft.From,
            ToOn = draft.To,
            Reason = draft.Reason.Trim(),
        };
        lent.Events.Add(new PostDelegated(lent.Id, post.Id, post.Account, lent.ToAccount, lent.FromOn, lent.ToOn));
        return lent;
    }

    /// <summary>Takes the post back early.</summary>
    public Result End(DateOnly to)
    {
        if (ToOn <= to)
        {
            return Result.Refuse("delegation-ended", "这项委托已经结束了。");
        }

        ToOn = to < FromOn ? FromOn : to;
        Events.Add(new DelegationEnded(Id, PostId, ToAccount, ToOn));
        return Result.Done;
    }

    private static Refusal? Refused(Post post, DelegationDraft draft, DateOnly today) =>
        draft.ToAccount == post.Account ? new Refusal("delegate-to-self", "不能委托给本人。请另选一人。", "To")
        : draft.To <= draft.From ? new Refusal("dates-out-of-order", "最后一天不能早于第一天。", "Until")
        : draft.To <= today ? new Refusal("dates-out-of-order", "最后一天已经过去了。请选今天或以后。", "Until")
        : draft.From < post.FromOn || (post.ToOn is { } end && draft.To > end) ? new Refusal("outside-post", OutsidePost(post), "Until")
        : draft.Reason.Trim().Length is 0 or > ReasonLimit ? new Refusal("reason-missing", $"请写明委托的原因，{ReasonLimit} 字以内。", "Reason")
        : null;

    private static string OutsidePost(Post post) =>
        $"职务从 {post.FromOn:yyyy-MM-dd} 起{(post.ToOn is { } end ? $"，到 {end.AddDays(-1):yyyy-MM-dd} 止" : "")}，委托不能超出这段时间。";
}

/// <summary>What is said about a post that is to be lent.</summary>
internal sealed record DelegationDraft(AccountId ToAccount, string ToName, DateOnly From, DateOnly To, string Reason);

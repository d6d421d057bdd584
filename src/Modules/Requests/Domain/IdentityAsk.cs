using UnionHall.Platform;
using UnionHall.Platform.Data;
using UnionHall.Platform.Security;

namespace UnionHall.Requests.Domain;

/// <summary>Somebody wants to open the sealed identity of a report; somebody else says yes, for a few hours, or no.</summary>
internal sealed class IdentityAsk : IRaiseEvents
{
    private IdentityAsk()
    {
    }

    public Guid Id { get; private init; }

    public RequestId RequestId { get; private init; }

    /// <summary>For which unit he asks.</summary>
    public UnitId UnitId { get; private init; }

    public string Reason { get; private init; } = "";

    public DateTimeOffset AskedAt { get; private init; }

    public AccountId AskedBy { get; private init; }

    public string AskedName { get; private init; } = "";

    public bool? Granted { get; private set; }

    /// <summary>Why, in the words of who decided.</summary>
    public string? Words { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    public AccountId? DecidedBy { get; private set; }

    public string? DecidedName { get; private set; }

    public DateTimeOffset? ValidUntil { get; private set; }

    public uint Version { get; private set; }

    public EventList Events { get; } = new();

    public bool IsOpen => DecidedAt is null;

    public static IdentityAsk Of(Request request, UnitId unit, string reason, AccountId by, Actor actor, DateTimeOffset at)
    {
        var ask = new IdentityAsk { Id = SortableId.Next(at), RequestId = request.Id, UnitId = unit, Reason = reason, AskedAt = at, AskedBy = by, AskedName = actor.Name };
        ask.Events.Add(new IdentityAsked(request.Id, request.Reference, ask.Id, unit, by));
        return ask;
    }

    public Result Decide(Request request, bool granted, string words, int hours, Actor actor, DateTimeOffset at)
    {
        if (!IsOpen)
        {
            return IdentityRefusals.Decided;
        }

        if (actor.Account is null || actor.Account == AskedBy)
        {
            return IdentityRefusals.OwnAsk;
        }

        (Granted, Words, DecidedAt, DecidedBy, DecidedName) = (granted, words, at, actor.Account, actor.Name);
        ValidUntil = granted ? at.AddHours(hours) : null;
        Events.Add(new IdentityDecided(RequestId, request.Reference, Id, granted, AskedBy));
        return Result.Done;
    }

    /// <summary>Nobody need decide any more: the asker wants it no longer, or the request has ended.</summary>
    public Result GiveUp(string reference, string why, DateTimeOffset at)
    {
        if (!IsOpen)
        {
            return IdentityRefusals.Decided;
        }

        (Words, DecidedAt) = (why, at);
        Events.Add(new IdentityAskEnded(RequestId, reference, Id));
        return Result.Done;
    }

    /// <summary>It opens the identity to this account now.</summary>
    public bool Opens(AccountId? account, DateTimeOffset now) => Granted == true && AskedBy == account && now < ValidUntil;
}

/// <summary>Why an identity stays sealed.</summary>
internal static class IdentityRefusals
{
    public static readonly Refusal Second = new("identity-second", "举报件的身份要另一位同志同意才能看。先写理由申请。");

    public static readonly Refusal Nobody = new("identity-nobody", "本单位和上面的单位里，现在没有另一位能看身份的同志，没有人能同意。先请上级工会配上人，再来申请。");

    public static readonly Refusal Asked = new("identity-asked", "您已经申请过，在等另一位同志同意。");

    public static readonly Refusal Decided = new("identity-decided", "这个申请已经有人定过。刷新看看。");

    public static readonly Refusal OwnAsk = new("identity-own", "自己申请的不能自己同意，要另一位同志来定。");

    public static readonly Refusal NoWords = new("words-missing", "写一句为什么，会留痕。", "Words");

    public static readonly Refusal NoAnswer = new("granted-missing", "选一下：同意还是不同意。", "Granted");
}

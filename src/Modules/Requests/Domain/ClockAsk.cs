using UnionHall.Platform;
using UnionHall.Platform.Data;
using UnionHall.Platform.Security;

namespace UnionHall.Requests.Domain;

/// <summary>A pause, extension or deferral asked for by the handler and decided by somebody else above.</summary>
internal sealed class ClockAsk : IRaiseEvents
{
    public const string Granted = "granted";
    public const string Refused = "refused";
    public const string Lapsed = "lapsed";

    public Guid Id { get; private init; }

    public RequestId RequestId { get; private init; }

    /// <summary>The unit that had the request and asked.</summary>
    public UnitId UnitId { get; private init; }

    public ClockAskKind Kind { get; private init; }

    /// <summary>Of an extension, in the unit of the limit.</summary>
    public int? Amount { get; private init; }

    /// <summary>The end of a pause, or when a deferral is looked at again.</summary>
    public DateTimeOffset? Until { get; private init; }

    /// <summary>In words the worker will read.</summary>
    public required string Reason { get; init; }

    /// <summary>What proves it; for the desk only.</summary>
    public required string Evidence { get; init; }

    public DateTimeOffset AskedAt { get; private init; }

    public AccountId? AskedBy { get; private init; }

    public required string AskedName { get; init; }

    public string? Decision { get; private set; }

    public string? DecisionReason { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    public AccountId? DecidedBy { get; private set; }

    public string? DecidedName { get; private set; }

    public EventList Events { get; } = new();

    public bool IsOpen => DecidedAt is null;

    /// <summary>For what a handler writes; <see cref="Request.AskClock"/> checks it against the clock.</summary>
    internal static ClockAsk Of(Request request, ClockWish wish, Actor actor, DateTimeOffset at) => new()
    {
        Id = SortableId.Next(at),
        RequestId = request.Id,
        UnitId = request.CurrentUnit,
        Kind = wish.Kind,
        Amount = wish.Amount,
        Until = wish.Until,
        Reason = wish.Reason,
        Evidence = wish.Evidence,
        AskedAt = at,
        AskedBy = actor.Account,
        AskedName = actor.Name,
    };

    /// <summary>Takes it from the board. Who asked does not decide.</summary>
    public Result Decide(bool granted, string? reason, Actor actor, DateTimeOffset at)
    {
        if (!IsOpen)
        {
            return ClockRefusals.Decided;
        }

        if (actor.Account is not null && actor.Account == AskedBy)
        {
            return ClockRefusals.OwnAsk;
        }

        (Decision, DecisionReason, DecidedAt, DecidedBy, DecidedName) = (granted ? Granted : Refused, reason, at, actor.Account, actor.Name);
        return Result.Done;
    }

    /// <summary>The request was answered or ended first: nobody decides any more.</summary>
    public void Lapse(Actor platform, DateTimeOffset at)
    {
        if (IsOpen)
        {
            (Decision, DecidedAt, DecidedName) = (Lapsed, at, platform.Name);
            Events.Add(new ClockAskLapsed(RequestId, Id));
        }
    }
}

/// <summary>What is asked for, already read from the form.</summary>
internal sealed record ClockWish(ClockAskKind Kind, int? Amount, DateTimeOffset? Until, string Reason, string Evidence);

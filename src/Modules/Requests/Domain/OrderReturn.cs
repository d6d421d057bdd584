using UnionHall.Platform;
using UnionHall.Platform.Data;
using UnionHall.Platform.Security;

namespace UnionHall.Requests.Domain;

/// <summary>派单异议: one unit's objection to one dispatch. An accepted one is the lesson for the next dispatch of the same category.</summary>
internal sealed class OrderReturn : IRaiseEvents
{
    public Guid Id { get; private init; }

    public RequestId RequestId { get; private init; }

    public WorkOrderId OrderId { get; private init; }

    public required string Category { get; init; }

    public Guid ServiceId { get; private init; }

    /// <summary>The unit that objects.</summary>
    public UnitId UnitId { get; private init; }

    /// <summary>The unit that had sent it.</summary>
    public UnitId SentBy { get; private init; }

    public required string Reason { get; init; }

    /// <summary>Where it should have gone: as the unit thinks, then as decided.</summary>
    public UnitId? RightUnit { get; private set; }

    public DateTimeOffset AskedAt { get; private init; }

    public AccountId? AskedBy { get; private init; }

    public required string AskedName { get; init; }

    /// <summary>Null while it is open.</summary>
    public bool? Accepted { get; private set; }

    public string? Words { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    public AccountId? DecidedBy { get; private set; }

    public string? DecidedName { get; private set; }

    public EventList Events { get; } = new();

    internal static OrderReturn Of(Request request, WorkOrder order, UnitId sentBy, string reason, UnitId? rightUnit, Actor actor, DateTimeOffset at) => new()
    {
        Id = SortableId.Next(at),
        RequestId = request.Id,
        OrderId = order.Id,
        Category = request.Category,
        ServiceId = request.ServiceId,
        UnitId = order.UnitId,
        SentBy = sentBy,
        Reason = reason,
        RightUnit = rightUnit,
        AskedAt = at,
        AskedBy = actor.Account,
        AskedName = actor.Name,
    };

    public Result Decide(bool accepted, string? words, UnitId? rightUnit, Actor actor, DateTimeOffset at)
    {
        if (Accepted is not null)
        {
            return HopRefusals.ReturnDecided;
        }

        if (actor.Account is not null && actor.Account == AskedBy)
        {
            return HopRefusals.OwnReturn;
        }

        (Accepted, Words, RightUnit) = (accepted, words, accepted ? rightUnit ?? RightUnit : RightUnit);
        (DecidedAt, DecidedBy, DecidedName) = (at, actor.Account, actor.Name);
        return Result.Done;
    }
}

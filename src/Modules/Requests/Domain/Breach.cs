using UnionHall.Platform.Data;
using UnionHall.Platform.Security;

namespace UnionHall.Requests.Domain;

/// <summary>A deadline was missed, and whose time it was. Written once by the sweep.</summary>
internal sealed class Breach
{
    public Guid Id { get; private init; }

    public RequestId RequestId { get; private init; }

    /// <summary>The hop it is charged to.</summary>
    public WorkOrderId? OrderId { get; private init; }

    public Guid? DutyId { get; private init; }

    /// <summary>The unit it is charged to.</summary>
    public UnitId UnitId { get; private init; }

    public ClockName Clock { get; private init; }

    public DateTimeOffset DueAt { get; private init; }

    /// <summary>When it was found.</summary>
    public DateTimeOffset At { get; private init; }

    public static Breach Of(WorkOrder charged, ClockName clock, DateTimeOffset dueAt, DateTimeOffset at, Guid? duty = null) => new()
    {
        Id = SortableId.Next(at),
        RequestId = charged.RequestId,
        OrderId = charged.Id,
        DutyId = duty,
        UnitId = charged.UnitId,
        Clock = clock,
        DueAt = dueAt,
        At = at,
    };
}

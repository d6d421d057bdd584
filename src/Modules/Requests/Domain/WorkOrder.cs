using UnionHall.Platform.Security;
using UnionHall.Platform.Time;

namespace UnionHall.Requests.Domain;

/// <summary>One hop: the request in the hands of one unit, with its own deadline and result. Its clock is in WorkOrder.Clock.cs.</summary>
internal sealed partial class WorkOrder
{
    public WorkOrderId Id { get; private init; }

    public RequestId RequestId { get; private init; }

    /// <summary>The order this one came from, or the lead it stands beside; null for the first receiver's.</summary>
    public WorkOrderId? ParentId { get; private set; }

    public UnitId UnitId { get; private init; }

    public DateTimeOffset DispatchedAt { get; private init; }

    public DateTimeOffset DueAt { get; private set; }

    /// <summary>True when a day of the limit fell in a year whose holidays were not known yet.</summary>
    public bool IsProvisional { get; private set; }

    public string? Instruction { get; private init; }

    public DateTimeOffset? AcknowledgedAt { get; private set; }

    public DateTimeOffset? FinishedAt { get; private set; }

    public static WorkOrder For(
        RequestId request, WorkOrder? parent, UnitId unit, DateTimeOffset at, HopTerm term, string? instruction, OrderWay way, OrderRole role = OrderRole.Lead) => new()
        {
            Role = role,
            Way = way,
            Id = WorkOrderId.Next(at),
            RequestId = request,
            ParentId = parent?.Id,
            UnitId = unit,
            DispatchedAt = at,
            DueAt = term.DueAt,
            IsProvisional = term.IsProvisional,
            LimitAmount = term.Limit?.Amount ?? 0,
            LimitUnit = term.Limit?.Unit ?? LimitUnit.Hours,
            ContactDueAt = term.Contact?.By,
            ContactAmount = term.Contact?.Limit.Amount ?? 0,
            ContactUnit = term.Contact?.Limit.Unit ?? LimitUnit.Hours,
            Instruction = instruction,
        };

    /// <summary>The same hop at another unit: it stands beside this one, and its clock has run as long.</summary>
    public WorkOrder HandOn(UnitId to, DateTimeOffset at) => new()
    {
        Role = Role,
        Way = Way,
        Ended = Ended,
        Result = Result,
        Interim = Interim,
        InterimAt = InterimAt,
        EscalateAt = EscalateAt,
        EscalatedAt = EscalatedAt,
        Id = WorkOrderId.Next(at),
        RequestId = RequestId,
        ParentId = ParentId,
        UnitId = to,
        DispatchedAt = DispatchedAt,
        DueAt = DueAt,
        IsProvisional = IsProvisional,
        Instruction = Instruction,
        AcknowledgedAt = AcknowledgedAt,
        FinishedAt = FinishedAt,
        LimitAmount = LimitAmount,
        LimitUnit = LimitUnit,
        Added = Added,
        ContactDueAt = ContactDueAt,
        ContactAmount = ContactAmount,
        ContactUnit = ContactUnit,
        ContactAdded = ContactAdded,
        ContactedAt = ContactedAt,
        ContactMissedAt = ContactMissedAt,
        WarnedAt = WarnedAt,
        BreachedAt = BreachedAt,
    };

    public bool IsOpen => FinishedAt is null;

    public void Acknowledge(DateTimeOffset at) => AcknowledgedAt ??= at;
}

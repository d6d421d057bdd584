using UnionHall.Platform.Data;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;

namespace UnionHall.Requests.Domain;

/// <summary>What a line of the clock ledger tells.</summary>
internal enum ClockChange
{
    Paused = 1,
    Deferred,
    Resumed,
    Extended,
    UrgencySet,

    /// <summary>Worked out again with a new calendar.</summary>
    Recomputed,

    /// <summary>It came out from under another request; the time there was no pause.</summary>
    Unmerged,

    /// <summary>Days that the rule of a duty does not count.</summary>
    Excluded,
}

/// <summary>One change of one clock: who asked, who approved, why, on what evidence, and the deadline before and after. Append-only.</summary>
internal sealed class ClockEntry
{
    public Guid Id { get; private init; }

    public RequestId RequestId { get; private init; }

    /// <summary>The order whose clock it is; null for the promise and for a duty.</summary>
    public WorkOrderId? OrderId { get; private init; }

    public Guid? DutyId { get; private init; }

    public DateTimeOffset At { get; private init; }

    public ClockChange Kind { get; private init; }

    public DateTimeOffset DueBefore { get; private init; }

    public DateTimeOffset DueAfter { get; private init; }

    /// <summary>What was added, in <see cref="Unit"/>.</summary>
    public int? Amount { get; private init; }

    public LimitUnit? Unit { get; private init; }

    public string? Reason { get; private init; }

    public string? Evidence { get; private init; }

    public AccountId? AskedBy { get; private init; }

    public string? AskedName { get; private init; }

    public AccountId? ApprovedBy { get; private init; }

    public string? ApprovedName { get; private init; }

    public static ClockEntry Of(ClockMove move, ClockCause cause, DateTimeOffset at) => new()
    {
        Id = SortableId.Next(at),
        RequestId = move.Request,
        OrderId = move.Order,
        DutyId = move.Duty,
        At = at,
        Kind = cause.Kind,
        DueBefore = move.Before,
        DueAfter = move.After,
        Amount = move.Added == 0 ? null : move.Added,
        Unit = move.Added == 0 ? null : move.Unit,
        Reason = cause.Reason,
        Evidence = cause.Ask?.Evidence,
        AskedBy = cause.Ask?.AskedBy,
        AskedName = cause.Ask?.AskedName,
        ApprovedBy = cause.By.Account,
        ApprovedName = cause.By.Name,
    };
}

/// <summary>How far one clock moved.</summary>
internal sealed record ClockMove(RequestId Request, WorkOrderId? Order, Guid? Duty, DateTimeOffset Before, DateTimeOffset After, int Added, LimitUnit Unit);

/// <summary>Why clocks moved.</summary>
/// <param name="Ask">What was asked for, where somebody asked.</param>
internal sealed record ClockCause(ClockChange Kind, string? Reason, Actor By, ClockAsk? Ask = null);

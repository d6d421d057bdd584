using UnionHall.Platform.Data;
using UnionHall.Platform.Security;

namespace UnionHall.Requests;

/// <summary>A handler asked for a pause, an extension or a deferral.</summary>
public sealed record ClockAsked(RequestId Request, string Reference, Guid Ask, ClockAskKind Kind, UnitId Unit) : IDomainEvent
{
    public Subject Subject => new("request", Request.Value);
}

/// <summary>Somebody above said yes or no to it.</summary>
public sealed record ClockDecided(RequestId Request, string Reference, Guid Ask, ClockAskKind Kind, bool Granted, AccountId? AskedBy) : IDomainEvent
{
    public Subject Subject => new("request", Request.Value);
}

/// <summary>The clocks of a request stand still until a date.</summary>
public sealed record ClockPaused(RequestId Request, string Reference, bool Deferred, DateTimeOffset Until) : IDomainEvent
{
    public Subject Subject => new("request", Request.Value);
}

/// <summary>The clocks of a request run again.</summary>
public sealed record ClockResumed(RequestId Request, string Reference, bool Deferred, DateTimeOffset DueAt) : IDomainEvent
{
    public Subject Subject => new("request", Request.Value);
}

/// <summary>The promise to the worker was extended; he is told.</summary>
public sealed record ClockExtended(RequestId Request, string Reference, DateTimeOffset Before, DateTimeOffset After) : IDomainEvent
{
    public Subject Subject => new("request", Request.Value);
}

/// <summary>What was asked of a clock needs no decision any more: the request was answered or ended first.</summary>
public sealed record ClockAskLapsed(RequestId Request, Guid Ask) : IDomainEvent
{
    public Subject Subject => new("request", Request.Value);
}

/// <summary>A deadline came out otherwise with a new holiday notice.</summary>
public sealed record ClockRecomputed(RequestId Request, string Reference, DateTimeOffset Before, DateTimeOffset After) : IDomainEvent
{
    public Subject Subject => new("request", Request.Value);
}

/// <summary>A request is of another urgency, with the limit that goes with it.</summary>
public sealed record UrgencySet(RequestId Request, string Reference, Urgency Urgency, DateTimeOffset Before, DateTimeOffset DueAt) : IDomainEvent
{
    public Subject Subject => new("request", Request.Value);
}

/// <summary>Four fifths of a limit are spent. Raised once for a deadline.</summary>
public sealed record ClockWarned(RequestId Request, string Reference, ClockName Clock, UnitId Unit, AccountId? Assignee, DateTimeOffset DueAt) : IDomainEvent
{
    public Subject Subject => new("request", Request.Value);
}

/// <summary>A deadline was missed; the unit whose time it was is charged with it.</summary>
public sealed record ClockBreached(RequestId Request, string Reference, ClockName Clock, UnitId Unit, AccountId? Assignee, DateTimeOffset DueAt) : IDomainEvent
{
    public Subject Subject => new("request", Request.Value);
}

/// <summary>The handler tried to reach the worker.</summary>
public sealed record WorkerContacted(RequestId Request, WorkOrderId Order, bool Reached) : IDomainEvent
{
    public Subject Subject => new("request", Request.Value);
}

/// <summary>A duty beside the handling began to run.</summary>
public sealed record DutyStarted(RequestId Request, string Code, DateTimeOffset DueAt) : IDomainEvent
{
    public Subject Subject => new("request", Request.Value);
}

/// <summary>A duty beside the handling is done.</summary>
public sealed record DutyDone(RequestId Request, string Code) : IDomainEvent
{
    public Subject Subject => new("request", Request.Value);
}

/// <summary>Days of a duty do not count, such as those of a hearing.</summary>
public sealed record DutyExcluded(RequestId Request, string Code, DateTimeOffset Before, DateTimeOffset After) : IDomainEvent
{
    public Subject Subject => new("request", Request.Value);
}

/// <summary>The owners of requests whose deadlines moved were told, each once.</summary>
public sealed record OwnersTold(int People) : IDomainEvent
{
    public Subject Subject => new("calendar", Guid.Empty);
}

/// <summary>The shipped clock rules were put into an empty table.</summary>
public sealed record ClockRulesSeeded(int Rules) : IDomainEvent
{
    public Subject Subject => new("clock-rule", Guid.Empty);
}

/// <summary>A limit is another from a day on.</summary>
public sealed record ClockRuleChanged(string Profile, string Code, DateOnly From) : IDomainEvent
{
    public Subject Subject => new("clock-rule", Guid.Empty);
}

/// <summary>The rules of another city profile are in force from a day on.</summary>
public sealed record ClockProfileChosen(string Profile, DateOnly From) : IDomainEvent
{
    public Subject Subject => new("clock-rule", Guid.Empty);
}

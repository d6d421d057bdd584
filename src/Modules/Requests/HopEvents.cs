using UnionHall.Platform.Data;
using UnionHall.Platform.Security;

namespace UnionHall.Requests;

/// <summary>A request was sent down over this level, which is informed.</summary>
public sealed record LevelInformed(RequestId Request, string Reference, UnitId Unit) : IDomainEvent
{
    public Subject Subject => new("request", Request.Value);
}

/// <summary>A unit objects to a dispatch.</summary>
public sealed record ReturnAsked(RequestId Request, string Reference, Guid Ask, UnitId Unit, UnitId SentBy) : IDomainEvent
{
    public Subject Subject => new("request", Request.Value);
}

/// <summary>The objection was decided.</summary>
public sealed record ReturnDecided(RequestId Request, string Reference, Guid Ask, UnitId Unit, bool Accepted, AccountId? AskedBy) : IDomainEvent
{
    public Subject Subject => new("request", Request.Value);
}

/// <summary>The result went to the unit that had sent the request.</summary>
public sealed record ResultReported(RequestId Request, string Reference, UnitId From, UnitId To) : IDomainEvent
{
    public Subject Subject => new("request", Request.Value);
}

/// <summary>A unit asked the upper one to take it.</summary>
public sealed record RequestReportedUp(RequestId Request, string Reference, WorkOrderId Order, UnitId From, UnitId To) : IDomainEvent
{
    public Subject Subject => new("request", Request.Value);
}

/// <summary>A request was taken up, by hand or because it was late or not solved again.</summary>
public sealed record RequestEscalated(RequestId Request, string Reference, WorkOrderId Order, UnitId From, UnitId To) : IDomainEvent
{
    public Subject Subject => new("request", Request.Value);
}

/// <summary>A unit was called to the side of the lead.</summary>
public sealed record OrderCalled(RequestId Request, string Reference, WorkOrderId Order, OrderRole Role, UnitId Unit, DateTimeOffset DueAt) : IDomainEvent
{
    public Subject Subject => new("request", Request.Value);
}

/// <summary>The unit beside took it on, or checked in.</summary>
public sealed record OrderSigned(RequestId Request, string Reference, WorkOrderId Order, UnitId Unit) : IDomainEvent
{
    public Subject Subject => new("request", Request.Value);
}

/// <summary>The unit beside gave its result.</summary>
/// <param name="Open">How many others are still open.</param>
public sealed record OrderAnswered(RequestId Request, string Reference, WorkOrderId Order, UnitId Unit, UnitId Lead, AccountId? Assignee, int Open) : IDomainEvent
{
    public Subject Subject => new("request", Request.Value);
}

/// <summary>The unit beside told how far it is.</summary>
public sealed record InterimReported(RequestId Request, string Reference, WorkOrderId Order, UnitId Unit, UnitId Lead, AccountId? Assignee) : IDomainEvent
{
    public Subject Subject => new("request", Request.Value);
}

/// <summary>The lead called a unit off.</summary>
public sealed record OrderCancelled(RequestId Request, string Reference, WorkOrderId Order, UnitId Unit) : IDomainEvent
{
    public Subject Subject => new("request", Request.Value);
}

/// <summary>How a unit that was called did, as one side saw it.</summary>
public sealed record OrderAssessed(RequestId Request, string Reference, WorkOrderId Order, bool FromAbove, int Grade) : IDomainEvent
{
    public Subject Subject => new("request", Request.Value);
}

/// <summary>A case conference was recorded.</summary>
public sealed record ConferenceRecorded(RequestId Request, string Reference, Guid Conference) : IDomainEvent
{
    public Subject Subject => new("request", Request.Value);
}

/// <summary>Somebody asked a unit for haste.</summary>
public sealed record RequestChased(RequestId Request, string Reference, UnitId Unit, AccountId? Assignee, bool ByWorker) : IDomainEvent
{
    public Subject Subject => new("request", Request.Value);
}

/// <summary>A unit above watches the request from now on.</summary>
public sealed record SupervisionStarted(RequestId Request, string Reference, Guid Supervision, UnitId By, UnitId Unit, AccountId? Assignee, DateTimeOffset DueAt) : IDomainEvent
{
    public Subject Subject => new("request", Request.Value);
}

/// <summary>The supervised unit did not report back in time.</summary>
/// <param name="By">The unit that supervises.</param>
/// <param name="Unit">The unit that has the request.</param>
public sealed record SupervisionMissed(RequestId Request, string Reference, Guid Supervision, UnitId By, UnitId Unit, AccountId? Assignee) : IDomainEvent
{
    public Subject Subject => new("request", Request.Value);
}

/// <summary>The handling unit reported to who supervises.</summary>
public sealed record SupervisionReported(RequestId Request, string Reference, Guid Supervision, AccountId? StartedBy) : IDomainEvent
{
    public Subject Subject => new("request", Request.Value);
}

/// <summary>A supervision came to its end.</summary>
public sealed record SupervisionEnded(RequestId Request, string Reference, Guid Supervision) : IDomainEvent
{
    public Subject Subject => new("request", Request.Value);
}

/// <summary>The request counts as a problem order from now on.</summary>
public sealed record ProblemMarked(RequestId Request, string Reference, UnitId Unit) : IDomainEvent
{
    public Subject Subject => new("request", Request.Value);
}

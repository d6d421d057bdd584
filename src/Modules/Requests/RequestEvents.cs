using UnionHall.Organisation;
using UnionHall.Platform.Data;
using UnionHall.Platform.Security;

namespace UnionHall.Requests;

/// <summary>A request was handed in, by whatever door.</summary>
public sealed record RequestSubmitted(RequestId Request, string Reference, UnitId Owner, string Service, Visibility Visibility, Channel Channel) : IDomainEvent
{
    public Subject Subject => new("request", Request.Value);
}

/// <summary>A work order went down to a unit, with its deadline on it.</summary>
public sealed record RequestDispatched(RequestId Request, string Reference, WorkOrderId Order, UnitId From, UnitId To, DateTimeOffset DueAt) : IDomainEvent
{
    public Subject Subject => new("request", Request.Value);
}

/// <summary>The unit that had it is no more; another one goes on with it.</summary>
public sealed record RequestHandedOn(RequestId Request, string Reference, WorkOrderId Order, UnitId From, UnitId To) : IDomainEvent
{
    public Subject Subject => new("request", Request.Value);
}

/// <summary>The unit took the order on.</summary>
public sealed record RequestAcknowledged(RequestId Request, WorkOrderId Order, UnitId Unit) : IDomainEvent
{
    public Subject Subject => new("request", Request.Value);
}

/// <summary>Someone of the unit has it on his desk now; null: back to the whole unit.</summary>
public sealed record RequestAssigned(RequestId Request, string Reference, AccountId? Assignee) : IDomainEvent
{
    public Subject Subject => new("request", Request.Value);
}

/// <summary>The worker was asked for more.</summary>
public sealed record WorkerAsked(RequestId Request, string Reference) : IDomainEvent
{
    public Subject Subject => new("request", Request.Value);
}

/// <summary>The worker answered a question.</summary>
public sealed record WorkerAnswered(RequestId Request, string Reference, UnitId Unit, AccountId? Assignee) : IDomainEvent
{
    public Subject Subject => new("request", Request.Value);
}

/// <summary>The worker added to what he had said.</summary>
public sealed record RequestSupplemented(RequestId Request, string Reference, UnitId Unit, AccountId? Assignee) : IDomainEvent
{
    public Subject Subject => new("request", Request.Value);
}

/// <summary>A note for the desk was written.</summary>
public sealed record NoteAdded(RequestId Request) : IDomainEvent
{
    public Subject Subject => new("request", Request.Value);
}

/// <summary>The union answered; the worker is asked whether it is solved.</summary>
public sealed record RequestReplied(RequestId Request, string Reference, UnitId Unit, bool AtOnce) : IDomainEvent
{
    public Subject Subject => new("request", Request.Value);
}

/// <summary>The worker says it is not solved; it went to a person above the handler.</summary>
public sealed record RequestDisputed(RequestId Request, string Reference, UnitId From, UnitId To) : IDomainEvent
{
    public Subject Subject => new("request", Request.Value);
}

/// <summary>A request ended.</summary>
public sealed record RequestClosed(RequestId Request, string Reference, Outcome Outcome, Rating? Rating) : IDomainEvent
{
    public Subject Subject => new("request", Request.Value);
}

/// <summary>A sealed identity was opened, with a reason.</summary>
public sealed record IdentityOpened(RequestId Request, string Reference, UnitId Unit) : IDomainEvent
{
    public Subject Subject => new("request", Request.Value);
}

/// <summary>A past letter with its answer was stored as a closed request.</summary>
public sealed record LetterImported(RequestId Request, string Reference, int Row) : IDomainEvent
{
    public Subject Subject => new("request", Request.Value);
}

/// <summary>A request filed by name without an account was put into its worker's own list.</summary>
public sealed record RequestClaimed(RequestId Request) : IDomainEvent
{
    public Subject Subject => new("request", Request.Value);
}

/// <summary>Another system filed a request with its key.</summary>
public sealed record RequestFiledByKey(RequestId Request, string Reference, ApiKeyId ApiKey) : IDomainEvent
{
    public Subject Subject => new("request", Request.Value);
}

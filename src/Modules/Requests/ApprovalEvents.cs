using UnionHall.Platform.Data;
using UnionHall.Platform.Security;

namespace UnionHall.Requests;

/// <summary>An answer waits for somebody's consent before it goes out.</summary>
public sealed record ApprovalAsked(RequestId Request, string Reference, UnitId Unit, AccountId? WrittenBy) : IDomainEvent
{
    public Subject Subject => new("request", Request.Value);
}

/// <summary>An answer went out with somebody's consent, as it was or changed.</summary>
public sealed record ReplyApproved(RequestId Request, string Reference, AccountId? WrittenBy, bool Changed) : IDomainEvent
{
    public Subject Subject => new("request", Request.Value);
}

/// <summary>An answer was sent back to its writer with a reason.</summary>
public sealed record ReplySentBack(RequestId Request, string Reference, AccountId? WrittenBy) : IDomainEvent
{
    public Subject Subject => new("request", Request.Value);
}

/// <summary>Its writer took an answer back before anybody decided.</summary>
public sealed record ReplyTakenBack(RequestId Request) : IDomainEvent
{
    public Subject Subject => new("request", Request.Value);
}

/// <summary>An item of a request's checklist was ticked, or the tick taken off.</summary>
public sealed record CheckTicked(RequestId Request, string Key, bool Done) : IDomainEvent
{
    public Subject Subject => new("request", Request.Value);
}

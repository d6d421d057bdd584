using UnionHall.Platform.Data;
using UnionHall.Platform.Security;

namespace UnionHall.Requests;

/// <summary>A unit asks that a round does not count in the rates.</summary>
public sealed record ReviewAsked(RequestId Request, string Reference, Guid Review, ReviewKind Kind, UnitId Unit) : IDomainEvent
{
    public Subject Subject => new("request", Request.Value);
}

/// <summary>Somebody else above said yes or no to it.</summary>
public sealed record ReviewDecided(RequestId Request, string Reference, Guid Review, ReviewKind Kind, bool Granted, AccountId? AskedBy) : IDomainEvent
{
    public Subject Subject => new("request", Request.Value);
}

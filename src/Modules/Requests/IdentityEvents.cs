using UnionHall.Platform.Data;
using UnionHall.Platform.Security;

namespace UnionHall.Requests;

/// <summary>Somebody asks to open the sealed identity of a report.</summary>
public sealed record IdentityAsked(RequestId Request, string Reference, Guid Ask, UnitId Unit, AccountId AskedBy) : IDomainEvent
{
    public Subject Subject => new("request", Request.Value);
}

/// <summary>Somebody else said yes or no to it.</summary>
public sealed record IdentityDecided(RequestId Request, string Reference, Guid Ask, bool Granted, AccountId AskedBy) : IDomainEvent
{
    public Subject Subject => new("request", Request.Value);
}

/// <summary>Nobody need decide over it any more: the asker wants it no longer, or the request has ended.</summary>
public sealed record IdentityAskEnded(RequestId Request, string Reference, Guid Ask) : IDomainEvent
{
    public Subject Subject => new("request", Request.Value);
}

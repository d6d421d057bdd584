using UnionHall.Platform.Data;
using UnionHall.Platform.Security;

namespace UnionHall.Requests;

/// <summary>A request is several persons' now; the unit above is told at once.</summary>
public sealed record CollectiveReported(RequestId Request, string Reference, UnitId Above, int People) : IDomainEvent
{
    public Subject Subject => new("request", Request.Value);
}

/// <summary>Who speaks for the persons of a collective request was named.</summary>
public sealed record RepresentativesNamed(RequestId Request, string Reference, int Representatives) : IDomainEvent
{
    public Subject Subject => new("request", Request.Value);
}

/// <summary>The address by which colleagues join was switched off.</summary>
public sealed record JoinLinkStopped(RequestId Request, string Reference) : IDomainEvent
{
    public Subject Subject => new("request", Request.Value);
}

/// <summary>The address by which colleagues join was made, or made anew.</summary>
public sealed record JoinLinkMade(RequestId Request, string Reference) : IDomainEvent
{
    public Subject Subject => new("request", Request.Value);
}

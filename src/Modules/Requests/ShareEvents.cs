using UnionHall.Platform.Data;
using UnionHall.Platform.Security;

namespace UnionHall.Requests;

/// <summary>Parts of a request were opened to somebody outside for some days.</summary>
public sealed record RequestShared(RequestId Request, string Reference, Guid Share, int Days, int Items) : IDomainEvent
{
    public Subject Subject => new("request", Request.Value);
}

/// <summary>What was opened to somebody outside was closed before its day.</summary>
public sealed record ShareRevoked(RequestId Request, string Reference, Guid Share) : IDomainEvent
{
    public Subject Subject => new("request", Request.Value);
}

/// <summary>Somebody outside wrote back.</summary>
public sealed record OutsideAnswered(RequestId Request, string Reference, Guid Share, UnitId Unit, AccountId? Assignee) : IDomainEvent
{
    public Subject Subject => new("request", Request.Value);
}

/// <summary>Somebody outside looked at what was opened to him, or fetched a file of it.</summary>
public sealed record ShareOpened(RequestId Request, Guid Share, string What) : IDomainEvent
{
    public Subject Subject => new("request", Request.Value);
}

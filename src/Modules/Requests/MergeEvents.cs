using UnionHall.Platform.Data;
using UnionHall.Platform.Security;

namespace UnionHall.Requests;

/// <summary>A request is handled under another from now on: it left the open lists and does not count.</summary>
public sealed record RequestMerged(RequestId Request, string Reference, RequestId Head, MergeKind Kind) : IDomainEvent
{
    public Subject Subject => new("request", Request.Value);
}

/// <summary>Another request came under this one.</summary>
/// <param name="People">Persons whose matter it is from now on.</param>
public sealed record RequestAbsorbed(RequestId Request, string Reference, RequestId Joined, MergeKind Kind, int People, UnitId Unit, AccountId? Assignee) : IDomainEvent
{
    public Subject Subject => new("request", Request.Value);
}

/// <summary>A request stands for itself again, as it was before it came under another.</summary>
public sealed record RequestUnmerged(RequestId Request, string Reference, RequestId Head, UnitId Unit, AccountId? Assignee, DateTimeOffset DueAt) : IDomainEvent
{
    public Subject Subject => new("request", Request.Value);
}

/// <summary>A request that had come under this one stands for itself again.</summary>
public sealed record RequestReleased(RequestId Request, string Reference, RequestId Joined) : IDomainEvent
{
    public Subject Subject => new("request", Request.Value);
}

/// <summary>The worker brought new facts: an ended request is open again, with a limit of its own.</summary>
public sealed record RequestReopened(RequestId Request, string Reference, UnitId To, DateTimeOffset DueAt) : IDomainEvent
{
    public Subject Subject => new("request", Request.Value);
}

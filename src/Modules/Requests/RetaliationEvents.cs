using UnionHall.Platform.Data;

namespace UnionHall.Requests;

/// <summary>It is planned when a worker is asked whether he was given a hard time, or planned anew.</summary>
public sealed record RetaliationPlanned(RequestId Request, Guid Check, int Turn, DateTimeOffset From) : IDomainEvent
{
    public Subject Subject => new("retaliation-check", Check);
}

/// <summary>A worker was called in vain to be asked it, those above were told to call him, or his own page asks him now.</summary>
public sealed record RetaliationAsked(RequestId Request, Guid Check, FollowUpMeans Means) : IDomainEvent
{
    public Subject Subject => new("retaliation-check", Check);
}

/// <summary>A question about a hard time has its outcome.</summary>
public sealed record RetaliationAnswered(RequestId Request, Guid Check, RetaliationState State) : IDomainEvent
{
    public Subject Subject => new("retaliation-check", Check);
}

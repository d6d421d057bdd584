using UnionHall.Platform.Data;
using UnionHall.Platform.Security;

namespace UnionHall.Requests;

/// <summary>A closed request was drawn for a follow-up.</summary>
public sealed record FollowUpPlanned(RequestId Request, Guid FollowUp, FollowUpReason Reason, FollowUpMeans Means) : IDomainEvent
{
    public Subject Subject => new("request", Request.Value);
}

/// <summary>The worker now says "not solved": his follow-up comes first.</summary>
public sealed record FollowUpHastened(RequestId Request, Guid FollowUp) : IDomainEvent
{
    public Subject Subject => new("request", Request.Value);
}

/// <summary>A follow-up caller looked at the worker's phone to call him.</summary>
public sealed record PhoneShown(RequestId Request, Guid FollowUp) : IDomainEvent
{
    public Subject Subject => new("request", Request.Value);
}

/// <summary>A call was made in vain, or put off.</summary>
public sealed record FollowUpAttempted(RequestId Request, Guid FollowUp, AttemptOutcome Outcome) : IDomainEvent
{
    public Subject Subject => new("request", Request.Value);
}

/// <summary>Somebody who had handled the case wanted to follow it up himself.</summary>
public sealed record FollowUpBarred(RequestId Request, Guid FollowUp) : IDomainEvent
{
    public Subject Subject => new("request", Request.Value);
}

/// <summary>A follow-up ended, with an answer or without.</summary>
public sealed record FollowUpEnded(RequestId Request, Guid FollowUp, FollowUpState State, HeardSolved? Solved, Rating? Rating) : IDomainEvent
{
    public Subject Subject => new("request", Request.Value);
}

/// <summary>The worker gave or changed his word on how it ended.</summary>
public sealed record WorkerWordGiven(RequestId Request, int Round, Rating? Rating) : IDomainEvent
{
    public Subject Subject => new("request", Request.Value);
}

/// <summary>A follow-up heard "not solved": it goes back to be done again, the second time one unit higher.</summary>
public sealed record RequestReworked(RequestId Request, string Reference, UnitId To, int Reworks, bool GoesUp, DateTimeOffset DueAt) : IDomainEvent
{
    public Subject Subject => new("request", Request.Value);
}

/// <summary>Who is followed up is drawn by another share from a day on.</summary>
public sealed record SamplingRuleChanged(FollowUpReason Reason, int Percent, DateOnly From) : IDomainEvent
{
    public Subject Subject => new("sampling-rule", Guid.Empty);
}

using UnionHall.Platform.Data;

namespace UnionHall.Platform.Jobs;

/// <summary>An administrator let a dead job run again.</summary>
public sealed record JobRetried(Guid Job, string Kind) : IDomainEvent
{
    public Subject Subject => new("job", Job);
}

/// <summary>An administrator gave a job up. Its data stays readable here.</summary>
public sealed record JobDropped(Guid Job, string Kind, string Data) : IDomainEvent
{
    public Subject Subject => new("job", Job);
}

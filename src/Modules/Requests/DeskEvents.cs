using UnionHall.Platform.Data;

namespace UnionHall.Requests;

/// <summary>Someone keeps a list of his own.</summary>
public sealed record ViewSaved(Guid View) : IDomainEvent
{
    public Subject Subject => new("view", View);
}

/// <summary>Someone dropped a list of his own.</summary>
public sealed record ViewForgotten(Guid View) : IDomainEvent
{
    public Subject Subject => new("view", View);
}

/// <summary>A list was downloaded.</summary>
/// <param name="Filter">The words of its address, without what was searched for: that may be a name.</param>
public sealed record RequestsExported(Guid Export, int Count, string Format, string Filter) : IDomainEvent
{
    public Subject Subject => new("export", Export);
}

/// <summary>People of the desk got a notice.</summary>
public sealed record ColleaguesTold(RequestId Request, string Kind, int People) : IDomainEvent
{
    public Subject Subject => new("request", Request.Value);
}

/// <summary>The worker got a notice.</summary>
public sealed record WorkerTold(RequestId Request, string Kind) : IDomainEvent
{
    public Subject Subject => new("request", Request.Value);
}

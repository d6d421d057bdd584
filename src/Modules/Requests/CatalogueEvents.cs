using UnionHall.Platform.Data;

namespace UnionHall.Requests;

/// <summary>The shipped service catalogue was put into an empty one.</summary>
public sealed record CatalogueSeeded(int Services, int Categories) : IDomainEvent
{
    public Subject Subject => new("catalogue", Guid.Empty);
}

/// <summary>Requests of the demo city were loaded.</summary>
public sealed record DemoRequestsLoaded(int Count) : IDomainEvent
{
    public Subject Subject => new("demo", Guid.Empty);
}

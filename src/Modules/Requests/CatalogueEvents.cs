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

/// <summary>A number of this module is another from a day on.</summary>
public sealed record RequestSettingChanged(string Setting, int Before, int After, DateOnly From) : IDomainEvent
{
    public Subject Subject => new("request-setting", Guid.Empty);
}

/// <summary>A service joined the catalogue.</summary>
public sealed record ServiceAdded(string Code, DateOnly From) : IDomainEvent
{
    public Subject Subject => new("service", Guid.Empty);
}

/// <summary>A service is another from a day on; requests filed before keep the old version.</summary>
public sealed record ServiceChanged(string Code, DateOnly From) : IDomainEvent
{
    public Subject Subject => new("service", Guid.Empty);
}

/// <summary>A service is not offered any more from a day on.</summary>
public sealed record ServiceRetired(string Code, DateOnly From) : IDomainEvent
{
    public Subject Subject => new("service", Guid.Empty);
}

/// <summary>A service stands elsewhere among its neighbours.</summary>
public sealed record ServiceMoved(string Code, int Position) : IDomainEvent
{
    public Subject Subject => new("service", Guid.Empty);
}

/// <summary>A category was added.</summary>
public sealed record CategoryAdded(string Code) : IDomainEvent
{
    public Subject Subject => new("category", Guid.Empty);
}

/// <summary>A category has another name, or is used no more, or again.</summary>
public sealed record CategoryChanged(string Code, bool IsUsed) : IDomainEvent
{
    public Subject Subject => new("category", Guid.Empty);
}

/// <summary>A category stands elsewhere among its neighbours.</summary>
public sealed record CategoryMoved(string Code, int Position) : IDomainEvent
{
    public Subject Subject => new("category", Guid.Empty);
}

using UnionHall.Platform.Data;
using UnionHall.Platform.Security;

namespace UnionHall.Organisation;

/// <summary>An enterprise was added under the unit that covers it.</summary>
public sealed record EnterpriseAdded(EnterpriseId Enterprise, UnitId Unit, string Name, string? CreditCode) : IDomainEvent
{
    public Subject Subject => new("enterprise", Enterprise.Value);
}

/// <summary>Facts of an enterprise were changed; the fields say which.</summary>
public sealed record EnterpriseChanged(EnterpriseId Enterprise, UnitId OldUnit, UnitId NewUnit, IReadOnlyList<string> Fields) : IDomainEvent
{
    public Subject Subject => new("enterprise", Enterprise.Value);
}

/// <summary>The workers of an enterprise were counted (人) as of a day.</summary>
public sealed record HeadsCounted(EnterpriseId Enterprise, DateOnly On, int Total) : IDomainEvent
{
    public Subject Subject => new("enterprise", Enterprise.Value);
}

/// <summary>The import that added this enterprise was taken back.</summary>
public sealed record EnterpriseRemoved(EnterpriseId Enterprise, UnitId Unit) : IDomainEvent
{
    public Subject Subject => new("enterprise", Enterprise.Value);
}

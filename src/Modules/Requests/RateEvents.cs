using UnionHall.Platform.Data;
using UnionHall.Platform.Security;

namespace UnionHall.Requests;

/// <summary>A table of rates was downloaded.</summary>
public sealed record RatesExported(UnitId Unit, string Period) : IDomainEvent
{
    public Subject Subject => new("unit", Unit.Value);
}

/// <summary>A bulletin was downloaded.</summary>
public sealed record BulletinExported(UnitId Unit, string Period) : IDomainEvent
{
    public Subject Subject => new("unit", Unit.Value);
}

/// <summary>Rates are worked out otherwise from a day on.</summary>
public sealed record RateFormulaChanged(DateOnly From) : IDomainEvent
{
    public Subject Subject => new("rate-formula", Guid.Empty);
}

using UnionHall.Platform.Data;
using UnionHall.Platform.Security;

namespace UnionHall.Organisation;

/// <summary>A unit was opened under a parent (null for a root).</summary>
public sealed record UnitOpened(UnitId Unit, string Code, UnitKind Kind, UnitId? Parent, DateOnly From) : IDomainEvent
{
    public Subject Subject => new("unit", Unit.Value);
}

/// <summary>A unit has a new name; its old one stays in its history.</summary>
public sealed record UnitRenamed(UnitId Unit, string OldName, string NewName, DateOnly From) : IDomainEvent
{
    public Subject Subject => new("unit", Unit.Value);
}

/// <summary>A unit is now of another kind.</summary>
public sealed record UnitReclassified(UnitId Unit, UnitKind OldKind, UnitKind NewKind) : IDomainEvent
{
    public Subject Subject => new("unit", Unit.Value);
}

/// <summary>
/// A unit, with everything below it, moved under another parent. Whoever keeps scope rows re-derives those of the
/// whole subtree. Both lineages run from the moved unit itself up to the root, as <see cref="UnitDirectory.LineageAsync"/> gives them.
/// </summary>
public sealed record UnitMoved(UnitId Unit, IReadOnlyList<UnitId> OldLineage, IReadOnlyList<UnitId> NewLineage, DateOnly From) : IDomainEvent
{
    public Subject Subject => new("unit", Unit.Value);
}

/// <summary>A unit was merged into another: it is closed, its children and posts are at the other one, its open work should follow.</summary>
public sealed record UnitMerged(UnitId Unit, UnitId Into, DateOnly From) : IDomainEvent
{
    public Subject Subject => new("unit", Unit.Value);
}

/// <summary>A unit was closed; it stays in reports of earlier days.</summary>
public sealed record UnitClosed(UnitId Unit, DateOnly From) : IDomainEvent
{
    public Subject Subject => new("unit", Unit.Value);
}

/// <summary>The import that opened this unit was taken back: it was there on no day, and its code is free again.</summary>
public sealed record UnitWithdrawn(UnitId Unit, string Code) : IDomainEvent
{
    public Subject Subject => new("unit", Unit.Value);
}

using UnionHall.Platform.Security;

namespace UnionHall.Organisation.Domain;

/// <summary>The parent a unit had from a day until (not including) another; null for a root.</summary>
internal sealed class UnitParent(UnitId unitId, DateOnly fromOn, UnitId? parentId)
{
    public UnitId UnitId { get; private init; } = unitId;

    public DateOnly FromOn { get; private init; } = fromOn;

    public DateOnly? ToOn { get; private set; }

    public UnitId? ParentId { get; private set; } = parentId;

    public void End(DateOnly day) => ToOn = day;

    public void Restore(ParentRow before) => (ToOn, ParentId) = (before.ToOn, before.Parent);

    /// <summary>A second parent on the same day replaces the first, which it never had for a whole day.</summary>
    public void Correct(UnitId? parent) => ParentId = parent;
}

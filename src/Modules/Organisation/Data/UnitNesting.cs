namespace UnionHall.Organisation.Data;

/// <summary>A row of unit_nesting, by the codes of the kinds.</summary>
internal sealed class UnitNesting
{
    public required string ParentKind { get; init; }

    public required string ChildKind { get; init; }
}

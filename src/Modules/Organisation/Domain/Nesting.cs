namespace UnionHall.Organisation.Domain;

/// <summary>Which kind may stand under which: the table unit_nesting, because cities differ.</summary>
internal sealed class Nesting(IEnumerable<(UnitKind Parent, UnitKind Child)> pairs)
{
    private readonly ILookup<UnitKind, UnitKind> children = pairs.Order().ToLookup(pair => pair.Parent, pair => pair.Child);

    public bool Allows(UnitKind parent, UnitKind child) => children[parent].Contains(child);

    public IEnumerable<UnitKind> Under(UnitKind parent) => children[parent];
}

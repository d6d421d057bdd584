using UnionHall.Platform.Security;

namespace UnionHall.Organisation.Domain;

/// <summary>The tree as it will be: the present one with some units put in their new state.</summary>
internal sealed class PlannedTree(UnitTree tree)
{
    private readonly Dictionary<UnitId, UnitRow> planned = [];
    private readonly Dictionary<string, UnitId> codes = new(StringComparer.Ordinal);

    public UnitTree Now => tree;

    public void Put(UnitRow row)
    {
        planned[row.Unit.UnitId] = row;
        codes[row.Unit.Code] = row.Unit.UnitId;
    }

    public UnitRow? Row(UnitId unit) => planned.GetValueOrDefault(unit) ?? tree.Row(unit);

    public UnitRow? ByCode(string code) => codes.TryGetValue(code, out var unit) ? planned[unit] : tree.FindByCode(code) is { } known ? tree.Row(known.UnitId) : null;

    /// <summary>From the unit itself up to the root.</summary>
    public IReadOnlyList<UnitId> Lineage(UnitId unit)
    {
        var lineage = new List<UnitId>();
        for (var row = Row(unit); row is not null && !lineage.Contains(row.Unit.UnitId); row = row.Unit.Parent is { } parent ? Row(parent) : null)
        {
            lineage.Add(row.Unit.UnitId);
        }

        return lineage;
    }

    /// <summary>Open units directly below, in the new state.</summary>
    public IEnumerable<UnitRow> Children(UnitId unit) =>
        tree.ChildRows(unit).Select(row => row.Unit.UnitId).Union(planned.Keys)
            .Select(id => Row(id)!)
            .Where(row => row.Unit.IsOpen && row.Unit.Parent == unit);
}

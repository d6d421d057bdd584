using UnionHall.Organisation.Data;
using UnionHall.Platform.Security;

namespace UnionHall.Organisation;

/// <summary>
/// Reads the union tree, from a snapshot in memory that is never older than a second and holds every own write.
/// Lists name units in the order of their codes. Closed units stay findable by key, lineage, subtree and name.
/// </summary>
public sealed class UnitDirectory
{
    private readonly UnitTreeCache trees;

    internal UnitDirectory(UnitTreeCache trees) => this.trees = trees;

    public async ValueTask<UnitSummary?> FindAsync(UnitId unit, CancellationToken stop) => (await trees.GetAsync(stop)).Find(unit);

    public async ValueTask<UnitSummary?> FindByCodeAsync(string code, CancellationToken stop) => (await trees.GetAsync(stop)).FindByCode(code);

    /// <summary>The roots: units without a parent.</summary>
    public async ValueTask<IReadOnlyList<UnitSummary>> RootsAsync(CancellationToken stop) => (await trees.GetAsync(stop)).Roots;

    /// <summary>The unit itself first, then each unit above it, up to the root. Empty when there is no such unit.</summary>
    public async ValueTask<IReadOnlyList<UnitSummary>> LineageAsync(UnitId unit, CancellationToken stop) => (await trees.GetAsync(stop)).Lineage(unit);

    /// <summary>The same as it was at the end of a past day, with the names of that day.</summary>
    public async ValueTask<IReadOnlyList<UnitSummary>> LineageAtAsync(UnitId unit, DateOnly day, CancellationToken stop) =>
        (await trees.GetAsync(stop)).LineageAt(unit, day);

    /// <summary>The open units directly below.</summary>
    public async ValueTask<IReadOnlyList<UnitSummary>> ChildrenAsync(UnitId unit, CancellationToken stop) => (await trees.GetAsync(stop)).Children(unit);

    /// <summary>The unit itself first, then everything below it, closed units included, each below its parent.</summary>
    public async ValueTask<IReadOnlyList<UnitId>> SubtreeAsync(UnitId unit, CancellationToken stop) => (await trees.GetAsync(stop)).Subtree(unit);

    /// <summary>Open units whose name, short name or code holds every word of the text; best match first.</summary>
    /// <param name="within">Search only in this unit's subtree; null for the whole tree.</param>
    public async ValueTask<IReadOnlyList<UnitSummary>> SearchAsync(string text, UnitId? within, int limit, CancellationToken stop) =>
        (await trees.GetAsync(stop)).Search(text, within, limit);

    /// <summary>The unit and those below it whose name or short name stands in a text, closed ones included.</summary>
    public async ValueTask<IReadOnlyList<UnitSummary>> SaidInAsync(string text, UnitId within, CancellationToken stop) => (await trees.GetAsync(stop)).SaidIn(text, within);

    /// <summary>The full names of these units; unknown ones are absent.</summary>
    public async ValueTask<IReadOnlyDictionary<UnitId, string>> NamesAsync(IEnumerable<UnitId> units, CancellationToken stop)
    {
        var tree = await trees.GetAsync(stop);
        return units.Distinct().Select(tree.Find).OfType<UnitSummary>().ToDictionary(unit => unit.UnitId, unit => unit.Name);
    }

    /// <summary>True when the unit is the other one or lies below it.</summary>
    public async ValueTask<bool> IsWithinAsync(UnitId unit, UnitId ancestor, CancellationToken stop) => (await trees.GetAsync(stop)).IsWithin(unit, ancestor);

    /// <summary>Where the work of a unit is done today: the unit it was merged into, over as many merges as there were; itself when it was not.</summary>
    public async ValueTask<UnitId> SuccessorAsync(UnitId unit, CancellationToken stop) => (await trees.GetAsync(stop)).Successor(unit);

    /// <summary>The full name the unit had on that day; its first name for days before it was opened; null when there is no such unit.</summary>
    public async ValueTask<string?> NameAtAsync(UnitId unit, DateOnly day, CancellationToken stop) => (await trees.GetAsync(stop)).NameAt(unit, day);
}

using UnionHall.Platform.Security;

namespace UnionHall.Organisation.Domain;

/// <summary>
/// The whole tree at one moment, immutable. Units stand in depth-first order, so a subtree is one run of the array
/// and "is below" is a comparison of two numbers.
/// </summary>
internal sealed class UnitTree
{
    private readonly UnitRow[] rows;
    private readonly int[] ends;
    private readonly Dictionary<UnitId, int> places = [];
    private readonly Dictionary<string, int> codes = new(StringComparer.Ordinal);

    public UnitTree(IReadOnlyCollection<UnitRow> units, Nesting nesting)
    {
        Nesting = nesting;
        rows = new UnitRow[units.Count];
        ends = new int[units.Count];
        var below = units.OrderBy(row => row.Unit.Code, StringComparer.Ordinal).ToLookup(row => row.Unit.Parent);
        var filled = Fill(below, below[null], 0);
        if (filled != rows.Length)
        {
            throw new InvalidOperationException($"The unit tree holds a cycle: {rows.Length - filled} units hang on no root.");
        }

        Roots = [.. below[null].Select(row => row.Unit)];
    }

    public IReadOnlyList<UnitSummary> Roots { get; }

    public Nesting Nesting { get; }

    public IReadOnlyList<UnitRow> All => rows;

    public UnitSummary? Find(UnitId unit) => Row(unit)?.Unit;

    public UnitSummary? FindByCode(string code) => codes.TryGetValue(code, out var place) ? rows[place].Unit : null;

    public UnitRow? Row(UnitId unit) => places.TryGetValue(unit, out var place) ? rows[place] : null;

    public IReadOnlyList<UnitSummary> Lineage(UnitId unit)
    {
        var lineage = new List<UnitSummary>();
        for (var row = Row(unit); row is not null; row = row.Unit.Parent is { } parent ? Row(parent) : null)
        {
            lineage.Add(row.Unit);
        }

        return lineage;
    }

    public IReadOnlyList<UnitSummary> LineageAt(UnitId unit, DateOnly day)
    {
        var lineage = new List<UnitSummary>();
        for (var row = Row(unit); row is not null && row.ExistsOn(day); row = row.ParentOn(day).Parent is { } parent ? Row(parent) : null)
        {
            var name = row.NameOn(day);
            lineage.Add(row.Unit with { Name = name.Name, ShortName = name.ShortName, Parent = row.ParentOn(day).Parent, IsOpen = true });
        }

        return lineage;
    }

    public IReadOnlyList<UnitSummary> Children(UnitId unit) => [.. ChildRows(unit).Where(row => row.Unit.IsOpen).Select(row => row.Unit)];

    /// <summary>Units directly below, closed ones included.</summary>
    public IEnumerable<UnitRow> ChildRows(UnitId unit)
    {
        if (!places.TryGetValue(unit, out var place))
        {
            yield break;
        }

        for (var child = place + 1; child < ends[place]; child = ends[child])
        {
            yield return rows[child];
        }
    }

    public IReadOnlyList<UnitId> Subtree(UnitId unit) => [.. SubtreeRows(unit).Select(row => row.Unit.UnitId)];

    public ArraySegment<UnitRow> SubtreeRows(UnitId unit) =>
        places.TryGetValue(unit, out var place) ? new ArraySegment<UnitRow>(rows, place, ends[place] - place) : [];

    public bool IsWithin(UnitId unit, UnitId ancestor) =>
        places.TryGetValue(unit, out var place) && places.TryGetValue(ancestor, out var above) && above <= place && place < ends[above];

    /// <summary>Ends, because only a closed unit has been merged, and only into one that was open.</summary>
    public UnitId Successor(UnitId unit)
    {
        while (Row(unit)?.MergedInto is { } into)
        {
            unit = into;
        }

        return unit;
    }

    public string? NameAt(UnitId unit, DateOnly day) => Row(unit)?.NameOn(day).Name;

    public IReadOnlyList<UnitSummary> Search(string text, UnitId? within, int limit)
    {
        var words = text.Normalize(System.Text.NormalizationForm.FormKC).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
        {
            return [];
        }

        IEnumerable<UnitRow> searched = within is { } top ? SubtreeRows(top) : rows;
        return [.. searched.Select(row => row.Unit)
            .Where(unit => unit.IsOpen && Array.TrueForAll(words, word => Holds(unit, word)))
            .OrderBy(unit => Distance(unit, words[0]))
            .Take(limit)];
    }

    /// <summary>Units of a subtree whose name stands in a text, closed ones included.</summary>
    public IReadOnlyList<UnitSummary> SaidIn(string text, UnitId within) =>
        [.. SubtreeRows(within).Select(row => row.Unit).Where(unit => Says(text, unit.Name) || Says(text, unit.ShortName))];

    private static bool Says(string text, string name) => name.Length > 1 && text.Contains(name, StringComparison.Ordinal);

    private static bool Holds(UnitSummary unit, string word) =>
        unit.Name.Contains(word, StringComparison.OrdinalIgnoreCase)
        || unit.ShortName.Contains(word, StringComparison.OrdinalIgnoreCase)
        || unit.Code.Contains(word, StringComparison.OrdinalIgnoreCase);

    private static int Distance(UnitSummary unit, string word) =>
        unit.Code.Equals(word, StringComparison.OrdinalIgnoreCase) || unit.ShortName == word || unit.Name == word ? 0
        : unit.ShortName.StartsWith(word, StringComparison.OrdinalIgnoreCase) || unit.Name.StartsWith(word, StringComparison.OrdinalIgnoreCase) ? 1
        : 2 + unit.ShortName.Length;

    private int Fill(ILookup<UnitId?, UnitRow> below, IEnumerable<UnitRow> siblings, int place)
    {
        foreach (var row in siblings)
        {
            var own = place;
            rows[own] = row;
            places.Add(row.Unit.UnitId, own);
            codes.Add(row.Unit.Code, own);
            place = Fill(below, below[row.Unit.UnitId], own + 1);
            ends[own] = place;
        }

        return place;
    }
}

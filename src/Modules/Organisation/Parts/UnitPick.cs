namespace UnionHall.Organisation.Parts;

/// <summary>A unit chosen from a search, without a script: the search posts the form to the page's handler Look, which shows it again as typed.</summary>
/// <param name="Field">The form field, e.g. Form.Parent.</param>
/// <param name="Legend">The question.</param>
/// <param name="Search">What was searched for.</param>
/// <param name="Picked">The code that is chosen.</param>
/// <param name="Found">Code, name and path of what may be chosen.</param>
internal sealed record UnitPick(string Field, string Legend, string? Search, string? Picked, IReadOnlyList<UnitChoice> Found)
{
    private const int Most = 20;

    /// <summary>The chosen unit, then what the search finds; the nearest units when nothing was searched.</summary>
    public static UnitPick Of(Reaching reaching, string field, string legend, string? search, string? picked, Func<UnitSummary, bool> fits, IEnumerable<UnitSummary>? near = null)
    {
        var found = string.IsNullOrWhiteSpace(search) ? near ?? [] : reaching.Search(search, Most * 2);
        var chosen = reaching.Find(picked)?.Unit;
        var all = found.Where(unit => unit.IsOpen && reaching.Covers(unit.UnitId) && fits(unit)).Take(Most);
        return new UnitPick(
            field, legend, search, picked, [.. (chosen is null ? all : all.Prepend(chosen)).DistinctBy(unit => unit.UnitId).Select(unit => new UnitChoice(unit.Code, unit.Name, reaching.PathOf(unit.UnitId)))]);
    }
}

internal sealed record UnitChoice(string Code, string Name, string Path);

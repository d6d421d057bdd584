using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Organisation.Parts;
using UnionHall.Platform.Security;

namespace UnionHall.Organisation.ListUnits;

/// <summary>The way into the tree: the topmost units in reach with their children, or what a search finds.</summary>
[Needs(Permission.ManageOrganisation)]
internal sealed class ListUnitsPage(UnitsInReach units) : PageModel
{
    public const int Most = 50;

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    public bool IsSearch => !string.IsNullOrWhiteSpace(Q);

    public IReadOnlyList<UnitLine> Units { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop)
    {
        var reaching = await units.GetAsync(Permission.ManageOrganisation, stop);
        var shown = IsSearch
            ? reaching.Search(Q, Most)
            : reaching.Tops.SelectMany(top => reaching.Tree.Children(top.Unit.UnitId).Where(child => reaching.Covers(child.UnitId)).Prepend(top.Unit));
        Units = [.. shown.Take(Most).Select(unit => UnitLine.Of(unit, reaching))];
    }
}

/// <summary>One unit in a list.</summary>
/// <param name="Path">Where it stands, above it.</param>
/// <param name="Below">Open units directly below.</param>
internal sealed record UnitLine(string Code, string Name, UnitKind Kind, string Path, int Below)
{
    public static UnitLine Of(UnitSummary unit, Reaching reaching) => new(
        unit.Code, unit.Name, unit.Kind, unit.Parent is { } parent ? reaching.PathOf(parent) : "", reaching.Tree.Children(unit.UnitId).Count);
}

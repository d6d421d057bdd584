using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Organisation.ListUnits;
using UnionHall.Organisation.Parts;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;

namespace UnionHall.Organisation.ReadUnit;

[Needs(Permission.ManageOrganisation)]
internal sealed class ReadUnitPage(UnitsInReach units, StaffDirectory staff, EnterpriseDirectory enterprises, TimeProvider clock) : PageModel
{
    private const int PerPage = 50;
    private const int Firms = 20;

    /// <summary>The code of the last child of the page before.</summary>
    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public UnitView View { get; private set; } = null!;

    public DateOnly Today => ChinaTime.Today(clock);

    public IReadOnlyList<UnitLine> Children { get; private set; } = [];

    public int Total { get; private set; }

    public int First { get; private set; }

    public string? Next { get; private set; }

    public IReadOnlyList<StaffSummary> Staff { get; private set; } = [];

    public IReadOnlyList<EnterpriseSummary> Enterprises { get; private set; } = [];

    public IEnumerable<HistoryStep> History => UnitStory.Of(View);

    public bool CanHold => View.Reaching.Tree.Nesting.Under(View.Unit.Kind).Any();

    public string Gone => View.Row.MergedInto is { } into
        ? $"{SpokenTime.Day(View.Row.ClosedOn!.Value, Today)}并入{View.Reaching.Tree.Find(into)?.Name}。"
        : $"{SpokenTime.Day(View.Row.ClosedOn!.Value, Today)}撤销了。以前的记录都在。";

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken stop)
    {
        if (await units.FindAsync(code, Permission.ManageOrganisation, stop) is not { } found)
        {
            return NotFound();
        }

        View = found;
        var children = found.Reaching.Tree.Children(found.Unit.UnitId).Where(child => found.Reaching.Covers(child.UnitId)).ToList();
        var skipped = After is null ? 0 : children.Count(child => string.CompareOrdinal(child.Code, After) <= 0);
        Children = [.. children.Skip(skipped).Take(PerPage).Select(child => UnitLine.Of(child, found.Reaching))];
        (Total, First) = (children.Count, skipped + 1);
        Next = skipped + PerPage < children.Count ? Children[^1].Code : null;
        Staff = await staff.AtAsync(found.Unit.UnitId, stop);
        Enterprises = [.. (await enterprises.OfAsync(found.Unit.UnitId, stop)).Take(Firms)];
        return Page();
    }
}

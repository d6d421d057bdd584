using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using UnionHall.Organisation.Data;
using UnionHall.Organisation.Parts;
using UnionHall.Platform.Security;

namespace UnionHall.Organisation.ListEnterprises;

[Needs(Permission.ManageOrganisation)]
internal sealed class ListEnterprisesPage(UnitsInReach units, OrganisationDb db, UnitDirectory directory) : PageModel
{
    private const int PerPage = 50;

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    /// <summary>Code of a unit: only its enterprises and those below.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Unit { get; set; }

    /// <summary>The last enterprise of the page before.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    public bool IsSearch => !string.IsNullOrWhiteSpace(Q);

    public string? UnitName { get; private set; }

    public IReadOnlyList<EnterpriseSummary> Rows { get; private set; } = [];

    public IReadOnlyDictionary<UnitId, string> Names { get; private set; } = new Dictionary<UnitId, string>();

    public int Total { get; private set; }

    public Guid? Next { get; private set; }

    public async Task OnGetAsync(CancellationToken stop)
    {
        var reaching = await units.GetAsync(Permission.ManageOrganisation, stop);
        var under = reaching.Find(Unit);
        (Unit, UnitName) = (under?.Unit.Code, under?.Unit.ShortName);
        var found = db.EnterprisesIn(reaching, under).AsNoTracking().Holding(Q);
        Total = await found.CountAsync(stop);
        if (After is { } after && await db.Enterprises.AsNoTracking().SingleOrDefaultAsync(row => row.Id == new EnterpriseId(after), stop) is { } last)
        {
            found = found.Where(row => EF.Functions.GreaterThan(ValueTuple.Create(row.Name, row.Id), ValueTuple.Create(last.Name, last.Id)));
        }

        var rows = await EnterpriseDirectory.Summaries(found.OrderBy(row => row.Name).ThenBy(row => row.Id).Take(PerPage + 1)).ToListAsync(stop);
        Rows = [.. rows.Take(PerPage)];
        Next = rows.Count > PerPage ? Rows[^1].Id.Value : null;
        Names = await directory.NamesAsync(Rows.Select(row => row.Unit), stop);
    }

    public string Address(Guid? after) => QueryHelpers.AddQueryString(
        "/admin/enterprises",
        new Dictionary<string, string?>(StringComparer.Ordinal) { ["q"] = Q, ["unit"] = Unit, ["after"] = after?.ToString() }.Where(pair => !string.IsNullOrEmpty(pair.Value)));
}

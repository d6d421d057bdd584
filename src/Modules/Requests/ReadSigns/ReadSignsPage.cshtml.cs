using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Organisation;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;
using UnionHall.Requests.Rates;

namespace UnionHall.Requests.ReadSigns;

/// <summary>异常迹象: where to look before believing a rate.</summary>
[Needs(Permission.SuperviseRequests)]
internal sealed class ReadSignsPage(RateReach reach, SignQuery query, ICurrentActor current, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Unit { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Period { get; set; }

    public UnitSummary Shown { get; private set; } = null!;

    public RatePeriod When { get; private set; } = null!;

    public IReadOnlyList<SignRow> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (await reach.FindAsync(await current.GetAsync(stop), Unit, stop) is not { } unit)
        {
            return NotFound();
        }

        (Shown, When) = (unit, RatePeriod.Parse(Period, ChinaTime.Today(clock)));
        Rows = await query.ListAsync(unit, When, stop);
        return Page();
    }
}

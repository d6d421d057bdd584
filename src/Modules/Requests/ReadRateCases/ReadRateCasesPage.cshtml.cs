using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Organisation;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;
using UnionHall.Requests.Data;
using UnionHall.Requests.Rates;

namespace UnionHall.Requests.ReadRateCases;

/// <summary>The cases behind a rate.</summary>
[Needs(Permission.ReadRequests)]
internal sealed class ReadRateCasesPage(RateReach reach, RateCaseQuery query, ICurrentActor current, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Unit { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Period { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? What { get; set; }

    /// <summary>Where the page before ended.</summary>
    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public UnitSummary Shown { get; private set; } = null!;

    public RatePeriod When { get; private set; } = null!;

    public RateCases Cases { get; private set; } = null!;

    public DateTimeOffset Now { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        var actor = await current.GetAsync(stop);
        if (await reach.FindAsync(actor, Unit, stop) is not { } unit)
        {
            return NotFound();
        }

        What = RateCaseQuery.Kinds.Any(kind => kind.Key == What) ? What! : RateCaseQuery.Kinds[0].Key;
        (Shown, Now) = (unit, clock.GetUtcNow());
        When = RatePeriod.Parse(Period, ChinaTime.DateOf(Now));
        Cases = await query.ListAsync(actor, unit, When, What, TimeCursor.Read(After), stop);
        return Page();
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Platform.Security;
using UnionHall.Requests.Acting;
using UnionHall.Requests.ReadClock;

namespace UnionHall.Requests.PeekClock;

/// <summary>All clocks of one request beside its row in a list.</summary>
[Needs(Permission.ReadRequests)]
internal sealed class PeekClockPage(ClockQuery clocks, ICurrentActor current) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken stop) =>
        await clocks.FindAsync(await current.GetAsync(stop), reference, stop) is not { } found ? this.CaseNotFound(reference)
        : Request.Headers.ContainsKey("HX-Request") ? Partial("/Parts/_ClockPeek.cshtml", found)
        : LocalRedirect(CasePage.Address(found.Case.Row.Reference) + "/clock");
}

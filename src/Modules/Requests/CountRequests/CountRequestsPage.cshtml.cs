using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Platform.Security;
using UnionHall.Requests.ListRequests;

namespace UnionHall.Requests.CountRequests;

/// <summary>How many a list would hold, told while its words are still being chosen; with ?rows= also the first of them.</summary>
[Needs(Permission.ReadRequests)]
internal sealed class CountRequestsPage(InboxQuery inbox, ICurrentActor current) : PageModel
{
    public const int Rows = 5;

    public async Task<IActionResult> OnGetAsync(bool rows, CancellationToken stop)
    {
        var filter = InboxFilter.Read(Request.Query) with { After = null };
        return Request.Headers.ContainsKey("HX-Request")
            ? Partial("/Parts/_ListPeek.cshtml", await inbox.PeekAsync(await current.GetAsync(stop), filter, rows ? Rows : 0, stop))
            : LocalRedirect(filter.At(InboxNav.Address));
    }
}

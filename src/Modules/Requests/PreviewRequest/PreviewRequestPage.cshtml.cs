using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Platform.Security;
using UnionHall.Requests.Acting;

namespace UnionHall.Requests.PreviewRequest;

/// <summary>The pane beside a list, fetched as the current row changes.</summary>
[Needs(Permission.ReadRequests)]
internal sealed class PreviewRequestPage(PreviewQuery query, ICurrentActor current) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken stop) =>
        await query.FindAsync(await current.GetAsync(stop), reference, stop) is not { } found ? this.CaseNotFound(reference)
        : Request.Headers.ContainsKey("HX-Request") ? Partial("/Parts/_RequestPreview.cshtml", found)
        : LocalRedirect(CasePage.Address(found.Reference));
}

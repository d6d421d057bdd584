using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Platform.Security;
using UnionHall.Requests.Acting;
using UnionHall.Requests.OpenRequest;

namespace UnionHall.Requests.FindAlike;

/// <summary>相近的: fetched beside a case once that is shown, and a page of its own.</summary>
[Needs(Permission.ReadRequests)]
internal sealed class FindAlikePage(AlikeQuery query, CaseQuery cases, ICurrentActor current) : PageModel
{
    [FromRoute(Name = "reference")]
    public string Number { get; set; } = "";

    public CaseView Case { get; private set; } = null!;

    public IReadOnlyList<AlikeCase> Alike { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        var actor = await current.GetAsync(stop);
        if (await cases.FindAsync(actor, Number, stop) is not { } found)
        {
            return this.CaseNotFound(Number);
        }

        Case = found;
        Alike = await query.OfAsync(actor, found.Row, stop);
        return Request.Headers.ContainsKey("HX-Request") ? Partial("/FindAlike/_Alike.cshtml", this) : Page();
    }
}

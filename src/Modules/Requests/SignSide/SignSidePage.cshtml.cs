using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Platform.Security;
using UnionHall.Platform.Ui;
using UnionHall.Requests.Acting;
using UnionHall.Requests.OpenRequest;

namespace UnionHall.Requests.SignSide;

[Needs(Permission.HandleRequests)]
internal sealed class SignSidePage(SignSideHandler handler, CaseQuery cases, ICurrentActor current) : PageModel
{
    [FromRoute(Name = "reference")]
    public string Number { get; set; } = "";

    [FromRoute]
    public Guid Order { get; set; }

    public CaseView Case { get; private set; } = null!;

    public IActionResult OnGet() => LocalRedirect(CasePage.Address(Number));

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var actor = await current.GetAsync(stop);
        var result = await handler.HandleAsync(actor, Number, Order, stop);
        if (result.Refusal is not { } refusal)
        {
            TempData.Say("签收了，办完交结果。");
            return LocalRedirect(CasePage.Address(Number));
        }

        if (await cases.FindAsync(actor, Number, stop) is not { } found)
        {
            return this.CaseNotFound(Number);
        }

        Case = found;
        this.Tell(refusal);
        return Page();
    }
}

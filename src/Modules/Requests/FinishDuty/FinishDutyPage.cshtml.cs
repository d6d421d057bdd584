using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Platform.Security;
using UnionHall.Platform.Ui;
using UnionHall.Requests.Acting;
using UnionHall.Requests.OpenRequest;

namespace UnionHall.Requests.FinishDuty;

[Needs(Permission.ReadRequests)]
internal sealed class FinishDutyPage(FinishDutyHandler handler, CaseQuery cases, ICurrentActor current) : PageModel
{
    [FromRoute(Name = "reference")]
    public string Number { get; set; } = "";

    public CaseView Case { get; private set; } = null!;

    public IActionResult OnGet() => LocalRedirect($"{CasePage.Address(Number)}/clock");

    public async Task<IActionResult> OnPostAsync(Guid duty, CancellationToken stop)
    {
        var actor = await current.GetAsync(stop);
        var result = await handler.HandleAsync(actor, Number, duty, stop);
        if (result.Refusal is not { } refusal)
        {
            TempData.Say("办好了，记下了。");
            return LocalRedirect($"{CasePage.Address(Number)}/clock");
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

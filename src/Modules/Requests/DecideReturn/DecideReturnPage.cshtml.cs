using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Organisation;
using UnionHall.Platform.Security;
using UnionHall.Platform.Ui;
using UnionHall.Requests.Acting;
using UnionHall.Requests.OpenRequest;

namespace UnionHall.Requests.DecideReturn;

/// <summary>Accepts or rejects an objection to a dispatch.</summary>
[Needs(Permission.ReadRequests)]
internal sealed class DecideReturnPage(DecideReturnHandler handler, CaseQuery cases, UnitDirectory units, ICurrentActor current) : PageModel
{
    [FromRoute(Name = "reference")]
    public string Number { get; set; } = "";

    [BindProperty]
    public DecideReturnForm Form { get; set; } = new();

    public CaseView Case { get; private set; } = null!;

    /// <summary>Where the asking unit says it should go.</summary>
    public string? Right { get; private set; }

    public Task<IActionResult> OnGetAsync(CancellationToken stop) => ShowAsync(stop);

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (ModelState.IsValid)
        {
            var result = await handler.HandleAsync(await current.GetAsync(stop), Number, Form, stop);
            if (result.Refusal is not { } refusal)
            {
                TempData.Say("裁定好了，会告诉申请的同志。");
                return LocalRedirect(CasePage.Address(Number));
            }

            this.Tell(refusal);
        }

        return await ShowAsync(stop);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken stop)
    {
        if (await cases.FindAsync(await current.GetAsync(stop), Number, stop) is not { } found)
        {
            return this.CaseNotFound(Number);
        }

        Case = found;
        Right = found.Hops.Return?.RightUnit is { } right ? (await units.FindAsync(right, stop))?.Name : null;
        return Page();
    }
}

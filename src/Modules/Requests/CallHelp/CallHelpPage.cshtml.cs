using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Platform.Security;
using UnionHall.Platform.Ui;
using UnionHall.Requests.Acting;
using UnionHall.Requests.CallUnits;
using UnionHall.Requests.OpenRequest;

namespace UnionHall.Requests.CallHelp;

/// <summary>协办: calls units to help the lead.</summary>
[Needs(Permission.ReadRequests)]
internal sealed class CallHelpPage(CallUnitsHandler handler, CallQuery query, CaseQuery cases, ICurrentActor current) : PageModel
{
    [FromRoute(Name = "reference")]
    public string Number { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public CallForm Form { get; set; } = new();

    /// <summary>Words to find a unit by.</summary>
    [BindProperty(Name = "q", SupportsGet = true)]
    public string? Search { get; set; }

    /// <summary>Units ticked just now, not yet written to.</summary>
    [BindProperty(Name = "add", SupportsGet = true)]
    public List<Guid> Added { get; set; } = [];

    public CallView View { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        ModelState.Clear();
        return ShowAsync(stop);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (ModelState.IsValid)
        {
            var result = await handler.HandleAsync(OrderRole.Helper, await current.GetAsync(stop), Number, Form, stop);
            if (result.Refusal is not { } refusal)
            {
                TempData.Say("请了，会提醒那边的同志。");
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

        View = await query.ForAsync(found, OrderRole.Helper, Search, [.. Form.Units, .. Added], Form.Tasks, Form.Days == 0 ? null : Form.Days, stop);
        return Page();
    }
}

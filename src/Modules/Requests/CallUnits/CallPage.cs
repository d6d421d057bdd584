using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Platform.Security;
using UnionHall.Platform.Ui;
using UnionHall.Requests.Acting;
using UnionHall.Requests.OpenRequest;

namespace UnionHall.Requests.CallUnits;

/// <summary>Calls units to stand beside the lead: found by words, ticked, each with its task, one limit for all.</summary>
internal abstract class CallPage(OrderRole role, CallUnitsHandler handler, CallQuery query, CaseQuery cases, ICurrentActor current) : PageModel
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

    /// <summary>What is said when they are called.</summary>
    protected abstract string Said { get; }

    public Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        ModelState.Clear();
        return ShowAsync(stop);
    }

    /// <summary>Shows the form again as typed, with the units found or chosen; calls nobody.</summary>
    public Task<IActionResult> OnPostLookAsync(CancellationToken stop) => OnGetAsync(stop);

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (ModelState.IsValid)
        {
            var result = await handler.HandleAsync(role, await current.GetAsync(stop), Number, Form, stop);
            if (result.Refusal is not { } refusal)
            {
                TempData.Say(Said);
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

        View = await query.ForAsync(found, role, Search, [.. Form.Units, .. Added], Form.Tasks, Form.Days == 0 ? null : Form.Days, stop);
        return Page();
    }
}

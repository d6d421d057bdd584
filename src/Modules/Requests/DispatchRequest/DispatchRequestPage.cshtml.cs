using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Platform.Security;
using UnionHall.Platform.Ui;
using UnionHall.Requests.Acting;
using UnionHall.Requests.OpenRequest;

namespace UnionHall.Requests.DispatchRequest;

[Needs(Permission.DispatchRequests)]
internal sealed class DispatchRequestPage(DispatchRequestHandler handler, DispatchQuery query, CaseQuery cases, ICurrentActor current) : PageModel
{
    [FromRoute(Name = "reference")]
    public string Number { get; set; } = "";

    [BindProperty]
    public DispatchRequestForm Form { get; set; } = new();

    /// <summary>Words to find a unit by; the rest of the form travels with them.</summary>
    [BindProperty(Name = "q", SupportsGet = true)]
    public string? Search { get; set; }

    public CaseView Case { get; private set; } = null!;

    public DispatchView View { get; private set; } = null!;

    public Guid? Unit { get; private set; }

    public string? Instruction { get; private set; }

    public Task<IActionResult> OnGetAsync([FromQuery(Name = "Form.Days")] int? days, [FromQuery(Name = "Form.Unit")] Guid? unit, CancellationToken stop)
    {
        ModelState.Clear();
        return ShowAsync(days, unit, null, stop);
    }

    /// <summary>Shows the form again as typed, with the units found and the days counted; dispatches nothing.</summary>
    public Task<IActionResult> OnPostLookAsync(CancellationToken stop)
    {
        ModelState.Clear();
        return ShowAsync(Form.Days, Form.Unit, Form.Instruction, stop);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (ModelState.IsValid)
        {
            var result = await handler.HandleAsync(await current.GetAsync(stop), Number, Form, stop);
            if (result.Refusal is not { } refusal)
            {
                TempData.Say("派出去了，会提醒那边的同志签收。");
                return LocalRedirect(CasePage.Address(Number));
            }

            this.Tell(refusal);
        }

        return await ShowAsync(Form.Days, Form.Unit, Form.Instruction, stop);
    }

    private async Task<IActionResult> ShowAsync(int? days, Guid? unit, string? instruction, CancellationToken stop)
    {
        if (await cases.FindAsync(await current.GetAsync(stop), Number, stop) is not { } found)
        {
            return this.CaseNotFound(Number);
        }

        Case = found;
        View = await query.ForAsync(found, Search, days, unit, stop);
        Unit = unit ?? View.Picked?.Key ?? (View.Proposed.Count > 0 ? View.Proposed[0].Key : null);
        Instruction = instruction;
        return Page();
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Platform.Security;
using UnionHall.Platform.Ui;
using UnionHall.Requests.Acting;
using UnionHall.Requests.OpenRequest;

namespace UnionHall.Requests.ChaseRequest;

/// <summary>催办: by the desk above, or by the lead of a unit beside it.</summary>
[Needs(Permission.ReadRequests)]
internal sealed class ChaseRequestPage(ChaseRequestHandler handler, CaseQuery cases, ICurrentActor current) : PageModel
{
    [FromRoute(Name = "reference")]
    public string Number { get; set; } = "";

    /// <summary>An order beside the lead; null: the one in force.</summary>
    [FromQuery]
    public Guid? Order { get; set; }

    [BindProperty]
    public WordsForm Form { get; set; } = new();

    public CaseView Case { get; private set; } = null!;

    /// <summary>Who is chased.</summary>
    public string Whom => Node?.Unit ?? Case.UnitName;

    public bool May => Order is null ? Case.May(Act.Chase) : Node is { } node && Case.Hops.May(node.Order.Id, HopAct.Hold);

    private CaseOrder? Node => Case.Orders.FirstOrDefault(node => node.Order.Id.Value == Order);

    public Task<IActionResult> OnGetAsync(CancellationToken stop) => ShowAsync(stop);

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (ModelState.IsValid)
        {
            var result = await handler.HandleAsync(await current.GetAsync(stop), Number, Order, Form, stop);
            if (result.Refusal is not { } refusal)
            {
                TempData.Say("催过了，那边会收到提醒。");
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
        return Page();
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Platform.Security;
using UnionHall.Platform.Ui;
using UnionHall.Requests.Catalogue;

namespace UnionHall.Requests.AddService;

[Needs(Permission.ManageSettings)]
internal sealed class AddServicePage(CatalogueBook book, ServicePlanning planning, AddServiceHandler handler, ICurrentActor current) : PageModel
{
    [BindProperty]
    public ServiceForm Form { get; set; } = new();

    public ServiceFields Fields { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken stop)
    {
        Form.From = book.Today;
        await ShowAsync(null, stop);
    }

    public async Task OnPostMoreAsync(CancellationToken stop)
    {
        ModelState.Clear();
        Form.AddBlanks(1);
        await ShowAsync(null, stop);
    }

    public async Task OnPostAsync(CancellationToken stop) =>
        await ShowAsync(await planning.PlanAsync(await current.GetAsync(stop), code: null, Form, stop), stop);

    public async Task<IActionResult> OnPostSaveAsync(CancellationToken stop)
    {
        var actor = await current.GetAsync(stop);
        var plan = ModelState.IsValid ? await handler.HandleAsync(actor, Form, stop) : await planning.PlanAsync(actor, code: null, Form, stop);
        if (plan.Refused.Count > 0 || !ModelState.IsValid)
        {
            await ShowAsync(plan, stop);
            return Page();
        }

        TempData.Say($"“{plan.Next!.Name}”加好了，{plan.Next.ValidFrom:yyyy-MM-dd} 起可以选。");
        return LocalRedirect("/admin/services");
    }

    private async Task ShowAsync(ServicePlan? plan, CancellationToken stop)
    {
        foreach (var refusal in plan?.Refused ?? [])
        {
            ModelState.Add(refusal);
        }

        Fields = await ServiceFields.OfAsync(book, Form, ModelState.IsValid ? plan?.Lines : null, stop);
    }
}

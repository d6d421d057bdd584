using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Platform.Security;
using UnionHall.Platform.Settings;
using UnionHall.Platform.Ui;
using UnionHall.Requests.Catalogue;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.ChangeService;

[Needs(Permission.ManageSettings)]
internal sealed class ChangeServicePage(
    CatalogueBook book, Receivers receivers, ServicePlanning planning, ChangeServiceHandler handler, SettingLog log, ICurrentActor current, TimeProvider clock) : PageModel
{
    [BindProperty]
    public ServiceForm Form { get; set; } = new();

    [FromRoute]
    public string Code { get; set; } = "";

    /// <summary>The version gone on from.</summary>
    public Service Shown { get; private set; } = null!;

    public bool IsLive { get; private set; }

    /// <summary>The first receiver it still names though that unit was closed.</summary>
    public string? GoneReceiver { get; private set; }

    public DateOnly Today => book.Today;

    public ServiceFields Fields { get; private set; } = null!;

    public SettingHistory History { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (!await FindAsync(stop))
        {
            return NotFound();
        }

        Form = ServiceFields.FormOf(Shown, await receivers.TypedAsync(Shown.Receiver, stop), Today);
        return await ShowAsync(null, stop);
    }

    public async Task<IActionResult> OnPostMoreAsync(CancellationToken stop)
    {
        ModelState.Clear();
        Form.AddBlanks(1);
        return await FindAsync(stop) ? await ShowAsync(null, stop) : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop) =>
        await FindAsync(stop) ? await ShowAsync(await planning.PlanAsync(await current.GetAsync(stop), Code, Form, stop), stop) : NotFound();

    public async Task<IActionResult> OnPostSaveAsync(CancellationToken stop)
    {
        if (!await FindAsync(stop))
        {
            return NotFound();
        }

        var actor = await current.GetAsync(stop);
        var plan = ModelState.IsValid ? await handler.HandleAsync(actor, Code, Form, stop) : await planning.PlanAsync(actor, Code, Form, stop);
        if (plan.Refused.Count > 0 || !ModelState.IsValid)
        {
            return await ShowAsync(plan, stop);
        }

        TempData.Say($"“{plan.Next!.Name}”从 {plan.Next.ValidFrom:yyyy-MM-dd} 起按新的办。");
        return LocalRedirect("/admin/services");
    }

    private async Task<bool> FindAsync(CancellationToken stop)
    {
        if (await book.FindAsync(Code, stop) is not { } versions)
        {
            return false;
        }

        (Shown, IsLive) = (versions.Latest, versions.IsLive(Today));
        GoneReceiver = await receivers.GoneAsync(Shown.Receiver, stop);
        return true;
    }

    private async Task<IActionResult> ShowAsync(ServicePlan? plan, CancellationToken stop)
    {
        foreach (var refusal in plan?.Refused ?? [])
        {
            ModelState.Add(refusal);
        }

        Fields = await ServiceFields.OfAsync(book, Form, ModelState.IsValid ? plan?.Lines : null, stop);
        History = new SettingHistory(await log.ListAsync(CatalogueBook.ServiceArea, Code, stop), clock.GetUtcNow());
        return Page();
    }
}

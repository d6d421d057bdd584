using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Organisation.Parts;
using UnionHall.Platform.Security;
using UnionHall.Platform.Ui;

namespace UnionHall.Organisation.AddEnterprise;

[Needs(Permission.ManageOrganisation)]
internal sealed class AddEnterprisePage(UnitsInReach units, AddEnterpriseHandler handler) : PageModel
{
    [BindProperty]
    public EnterpriseForm Form { get; set; } = new();

    [BindProperty]
    public string? Search { get; set; }

    public EnterpriseFields Fields { get; private set; } = null!;

    public async Task OnGetAsync(string? unit, CancellationToken stop)
    {
        ModelState.Clear();
        Form.Unit = unit ?? Form.Unit;
        await ShowAsync(stop);
    }

    /// <summary>Shows the form again as typed, with what the search finds.</summary>
    public Task OnPostLookAsync(CancellationToken stop) => OnGetAsync(null, stop);

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var reaching = await ShowAsync(stop);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (reaching.Find(Form.Unit) is not { } unit)
        {
            ModelState.AddModelError("Form.Unit", "这个单位不在您管理的范围里，请另选一个。");
            return Page();
        }

        var added = await handler.HandleAsync(reaching.Actor, Form.Draft(), unit.Unit.UnitId, Form.Heads, stop);
        if (added.Refusal is { } refusal)
        {
            ModelState.Add(refusal);
            return Page();
        }

        TempData.Say($"登记了{Form.Draft().Name}。");
        return LocalRedirect($"/admin/enterprises/{added.Value.Value}");
    }

    private async Task<Reaching> ShowAsync(CancellationToken stop)
    {
        var reaching = await units.GetAsync(Permission.ManageOrganisation, stop);
        Fields = new EnterpriseFields(Form, UnitPick.Of(reaching, "Form.Unit", "归哪个工会管", Search, Form.Unit, _ => true, reaching.Tops.Select(top => top.Unit)));
        return reaching;
    }
}

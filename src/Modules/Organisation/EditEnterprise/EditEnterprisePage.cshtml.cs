using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Organisation.Data;
using UnionHall.Organisation.Domain;
using UnionHall.Organisation.Parts;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;
using UnionHall.Platform.Ui;

namespace UnionHall.Organisation.EditEnterprise;

[Needs(Permission.ManageOrganisation)]
internal sealed class EditEnterprisePage(UnitsInReach units, OrganisationDb db, EditEnterpriseHandler handler, TimeProvider clock) : PageModel
{
    [BindProperty]
    public EnterpriseForm Form { get; set; } = new();

    [BindProperty]
    public string? Search { get; set; }

    [FromRoute]
    public Guid Id { get; set; }

    public string Name { get; private set; } = "";

    public DateOnly Today => ChinaTime.Today(clock);

    public IReadOnlyList<HeadCount> Counts { get; private set; } = [];

    public EnterpriseFields Fields { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) => await ShowAsync(fill: true, stop) is null ? NotFound() : Page();

    /// <summary>Shows the form again as typed, with what the search finds.</summary>
    public async Task<IActionResult> OnPostLookAsync(CancellationToken stop)
    {
        ModelState.Clear();
        return await ShowAsync(fill: false, stop) is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (await ShowAsync(fill: false, stop) is not { } reaching)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (reaching.Find(Form.Unit) is not { } unit)
        {
            ModelState.AddModelError("Form.Unit", "这个单位不在您管理的范围里，请另选一个。");
            return Page();
        }

        var result = await handler.HandleAsync(reaching.Actor, new EnterpriseId(Id), Form.Draft(), unit.Unit.UnitId, stop);
        if (result.Refusal is { } refusal)
        {
            ModelState.Add(refusal);
            return Page();
        }

        TempData.Say("改动保存了。");
        return LocalRedirect($"/admin/enterprises/{Id}");
    }

    private async Task<Reaching?> ShowAsync(bool fill, CancellationToken stop)
    {
        var reaching = await units.GetAsync(Permission.ManageOrganisation, stop);
        if (await db.EnterpriseAsync(new EnterpriseId(Id), stop) is not { } enterprise || !reaching.Covers(enterprise.UnitId))
        {
            return null;
        }

        (Name, Counts) = (enterprise.Name, [.. enterprise.HeadCounts.OrderByDescending(count => count.CountedOn)]);
        var unit = reaching.Tree.Find(enterprise.UnitId)!;
        if (fill)
        {
            Form = new EnterpriseForm
            {
                Name = enterprise.Name,
                ShortName = enterprise.ShortName,
                CreditCode = enterprise.CreditCode,
                Industry = enterprise.Industry,
                Unit = unit.Code,
            };
        }

        Fields = new EnterpriseFields(Form, UnitPick.Of(reaching, "Form.Unit", "归哪个工会管", Search, Form.Unit, _ => true, [unit]));
        db.Forget();
        return reaching;
    }
}

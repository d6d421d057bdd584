using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Organisation.Parts;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;
using UnionHall.Platform.Ui;

namespace UnionHall.Organisation.CountHeads;

internal sealed class CountHeadsForm
{
    [Required(ErrorMessage = "日期还没填。")]
    public DateOnly? On { get; set; }

    [Required(ErrorMessage = "人数还没填。")]
    public int? Total { get; set; }
}

[Needs(Permission.ManageOrganisation)]
internal sealed class CountHeadsPage(UnitsInReach units, EnterpriseDirectory enterprises, CountHeadsHandler handler, TimeProvider clock) : PageModel
{
    [BindProperty]
    public CountHeadsForm Form { get; set; } = new();

    [FromRoute]
    public Guid Id { get; set; }

    public string Name { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        Form.On = ChinaTime.Today(clock);
        return await FindAsync(stop) is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (await FindAsync(stop) is not { } reaching)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var result = await handler.HandleAsync(reaching.Actor, new EnterpriseId(Id), Form.On!.Value, Form.Total!.Value, stop);
        if (result.Refusal is { } refusal)
        {
            ModelState.Add(refusal);
            return Page();
        }

        TempData.Say($"记下了 {SpokenNumber.Of(Form.Total)} 人。");
        return LocalRedirect($"/admin/enterprises/{Id}");
    }

    private async Task<Reaching?> FindAsync(CancellationToken stop)
    {
        var reaching = await units.GetAsync(Permission.ManageOrganisation, stop);
        var enterprise = await enterprises.FindAsync(new EnterpriseId(Id), stop);
        Name = enterprise?.Name ?? "";
        return enterprise is not null && reaching.Covers(enterprise.Unit) ? reaching : null;
    }
}

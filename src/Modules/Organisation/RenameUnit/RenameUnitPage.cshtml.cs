using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Organisation.Domain;
using UnionHall.Organisation.Parts;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;
using UnionHall.Platform.Ui;
using UnionHall.Text;

namespace UnionHall.Organisation.RenameUnit;

internal sealed class RenameUnitForm
{
    [Required(ErrorMessage = "新的全称还没填。")]
    public string Name { get; set; } = "";

    public string? ShortName { get; set; }

    [Required(ErrorMessage = "日期还没填。")]
    public DateOnly? From { get; set; }

    public (string Name, string ShortName, DateOnly From) Read()
    {
        var name = PlainText.SingleLine(Name);
        return (name, UnitDraft.ShortNameOf(ShortName, name), From!.Value);
    }
}

[Needs(Permission.ManageOrganisation)]
internal sealed class RenameUnitPage(UnitsInReach units, RenameUnitHandler handler, TimeProvider clock) : PageModel
{
    [BindProperty]
    public RenameUnitForm Form { get; set; } = new();

    [BindProperty]
    public string? Seen { get; set; }

    public UnitView View { get; private set; } = null!;

    public IReadOnlyList<string>? Preview { get; private set; }

    public string SeenToken => Preview is null ? "" : SeenMark.Of(Form.Read());

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken stop)
    {
        if (!await FindAsync(code, stop))
        {
            return NotFound();
        }

        Form = new RenameUnitForm { Name = View.Unit.Name, ShortName = View.Unit.ShortName, From = ChinaTime.Today(clock) };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken stop)
    {
        if (!await FindAsync(code, stop))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var (actor, id, (name, shortName, from)) = (View.Reaching.Actor, View.Unit.UnitId, Form.Read());
        var isSeen = Seen == SeenMark.Of(Form.Read());
        var result = isSeen
            ? await handler.HandleAsync(actor, id, name, shortName, from, stop)
            : await handler.RehearseAsync(actor, id, name, shortName, from, stop);
        if (result.Refusal is { } refusal)
        {
            ModelState.Add(refusal);
            return Page();
        }

        if (isSeen)
        {
            TempData.Say($"改成了{name}。");
            return LocalRedirect($"/admin/units/{code}");
        }

        Preview = UnitImpact.Rename(View.Unit, name, shortName, from);
        return Page();
    }

    private async Task<bool> FindAsync(string code, CancellationToken stop)
    {
        var found = await units.FindAsync(code, Permission.ManageOrganisation, stop);
        View = found!;
        return found is { Unit.IsOpen: true };
    }
}

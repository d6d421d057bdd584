using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Organisation.Parts;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;
using UnionHall.Platform.Ui;

namespace UnionHall.Organisation.CloseUnit;

internal sealed class CloseUnitForm
{
    [Required(ErrorMessage = "日期还没填。")]
    public DateOnly? From { get; set; }

    [Required(ErrorMessage = "写一下为什么撤销。"), StringLength(200)]
    public string Reason { get; set; } = "";
}

[Needs(Permission.ManageOrganisation)]
internal sealed class CloseUnitPage(UnitsInReach units, CloseUnitHandler handler, UnitHolds holds, UnitImpact impact, TimeProvider clock) : PageModel
{
    [BindProperty]
    public CloseUnitForm Form { get; set; } = new();

    [BindProperty]
    public string? Seen { get; set; }

    public UnitView View { get; private set; } = null!;

    public IReadOnlyList<string>? Preview { get; private set; }

    /// <summary>Where that is which keeps it open, for those who may go there.</summary>
    public UnitHold? Hold { get; private set; }

    public string SeenToken => Preview is null ? "" : Token;

    private string Token => SeenMark.Of($"{View.Unit.Code} {Form.From}");

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken stop)
    {
        Form.From = ChinaTime.Today(clock);
        return await FindAsync(code, stop) ? Page() : NotFound();
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

        var (actor, id, from) = (View.Reaching.Actor, View.Unit.UnitId, Form.From!.Value);
        var isSeen = Seen == Token;
        var result = isSeen ? await handler.HandleAsync(actor, id, from, Form.Reason, stop) : await handler.RehearseAsync(actor, id, from, stop);
        if (result.Refusal is { } refusal)
        {
            ModelState.Add(refusal);
            var hold = refusal.Code == CloseUnitHandler.Held ? await holds.FindAsync(id, stop) : null;
            Hold = hold is not null && actor.Can(hold.Needs) ? hold : null;
            return Page();
        }

        if (isSeen)
        {
            TempData.Say($"{View.Unit.ShortName}撤销了。");
            return LocalRedirect($"/admin/units/{code}");
        }

        Preview = await impact.CloseAsync(View.Reaching, id, from, stop);
        return Page();
    }

    private async Task<bool> FindAsync(string code, CancellationToken stop)
    {
        var found = await units.FindAsync(code, Permission.ManageOrganisation, stop);
        View = found!;
        return found is { Unit: { IsOpen: true, Parent: not null } };
    }
}

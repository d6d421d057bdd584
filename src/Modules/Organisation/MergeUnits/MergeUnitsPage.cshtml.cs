using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Organisation.Parts;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;
using UnionHall.Platform.Ui;

namespace UnionHall.Organisation.MergeUnits;

internal sealed class MergeUnitsForm
{
    /// <summary>The code of the unit that stays.</summary>
    [Required(ErrorMessage = "选一个要并入的单位。")]
    public string Into { get; set; } = "";

    [Required(ErrorMessage = "日期还没填。")]
    public DateOnly? From { get; set; }

    [StringLength(200)]
    public string? Reason { get; set; }
}

[Needs(Permission.ManageOrganisation)]
internal sealed class MergeUnitsPage(UnitsInReach units, MergeUnitsHandler handler, UnitImpact impact, TimeProvider clock) : PageModel
{
    [BindProperty]
    public MergeUnitsForm Form { get; set; } = new();

    [BindProperty]
    public string? Search { get; set; }

    [BindProperty]
    public string? Seen { get; set; }

    public UnitView View { get; private set; } = null!;

    public IReadOnlyList<string>? Preview { get; private set; }

    public string SeenToken => Preview is null ? "" : Token;

    public UnitPick Pick => UnitPick.Of(
        View.Reaching,
        "Form.Into",
        "并入哪个单位",
        Search,
        Form.Into,
        unit => !View.Reaching.Tree.IsWithin(unit.UnitId, View.Unit.UnitId),
        View.Reaching.Tree.Children(View.Unit.Parent!.Value));

    private string Token => SeenMark.Of($"{View.Unit.Code} {Form.Into} {Form.From}");

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken stop)
    {
        ModelState.Clear();
        Form.From ??= ChinaTime.Today(clock);
        return await FindAsync(code, stop) ? Page() : NotFound();
    }

    /// <summary>Shows the form again as typed, with what the search finds.</summary>
    public Task<IActionResult> OnPostLookAsync(string code, CancellationToken stop) => OnGetAsync(code, stop);

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

        if (View.Reaching.Find(Form.Into) is not { } into)
        {
            ModelState.AddModelError("Form.Into", "这个单位不在您管理的范围里，请另选一个。");
            return Page();
        }

        var (actor, id, to, from) = (View.Reaching.Actor, View.Unit.UnitId, into.Unit.UnitId, Form.From!.Value);
        var isSeen = Seen == Token;
        var result = isSeen ? await handler.HandleAsync(actor, id, to, from, Form.Reason, stop) : await handler.RehearseAsync(actor, id, to, from, stop);
        if (result.Refusal is { } refusal)
        {
            ModelState.Add(refusal);
            return Page();
        }

        if (isSeen)
        {
            TempData.Say($"{View.Unit.ShortName}并入了{into.Unit.ShortName}。");
            return LocalRedirect($"/admin/units/{into.Unit.Code}");
        }

        Preview = await impact.MergeAsync(View.Reaching, id, to, from, stop);
        return Page();
    }

    private async Task<bool> FindAsync(string code, CancellationToken stop)
    {
        var found = await units.FindAsync(code, Permission.ManageOrganisation, stop);
        View = found!;
        return found is { Unit: { IsOpen: true, Parent: not null } };
    }
}

using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Organisation.Parts;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;
using UnionHall.Platform.Ui;

namespace UnionHall.Organisation.MoveUnit;

internal sealed class MoveUnitForm
{
    /// <summary>The code of the new parent.</summary>
    [Required(ErrorMessage = "选一个新的上级。")]
    public string Parent { get; set; } = "";

    [Required(ErrorMessage = "日期还没填。")]
    public DateOnly? From { get; set; }

    [StringLength(200)]
    public string? Reason { get; set; }
}

[Needs(Permission.ManageOrganisation)]
internal sealed class MoveUnitPage(UnitsInReach units, MoveUnitHandler handler, UnitImpact impact, TimeProvider clock) : PageModel
{
    [BindProperty]
    public MoveUnitForm Form { get; set; } = new();

    [BindProperty]
    public string? Search { get; set; }

    [BindProperty]
    public string? Seen { get; set; }

    public UnitView View { get; private set; } = null!;

    public IReadOnlyList<string>? Preview { get; private set; }

    public string SeenToken => Preview is null ? "" : Token;

    public UnitPick Pick => UnitPick.Of(
        View.Reaching,
        "Form.Parent",
        "移到谁下面",
        Search,
        Form.Parent,
        unit => !View.Reaching.Tree.IsWithin(unit.UnitId, View.Unit.UnitId) && View.Reaching.Tree.Nesting.Allows(unit.Kind, View.Unit.Kind) && unit.UnitId != View.Unit.Parent,
        Near());

    private string Token => SeenMark.Of($"{View.Unit.Code} {View.Unit.Parent} {Form.Parent} {Form.From}");

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

        if (View.Reaching.Find(Form.Parent) is not { } parent)
        {
            ModelState.AddModelError("Form.Parent", "这个单位不在您管理的范围里，请另选一个。");
            return Page();
        }

        var (actor, id, to, from) = (View.Reaching.Actor, View.Unit.UnitId, parent.Unit.UnitId, Form.From!.Value);
        var isSeen = Seen == Token;
        var result = isSeen ? await handler.HandleAsync(actor, id, to, from, Form.Reason, stop) : await handler.RehearseAsync(actor, id, to, from, stop);
        if (result.Refusal is { } refusal)
        {
            ModelState.Add(refusal);
            return Page();
        }

        if (isSeen)
        {
            TempData.Say($"{View.Unit.ShortName}移到了{parent.Unit.ShortName}下面。");
            return LocalRedirect($"/admin/units/{code}");
        }

        Preview = await impact.MoveAsync(View.Reaching, id, to, from, stop);
        return Page();
    }

    /// <summary>The siblings of the present parent: most moves are short.</summary>
    private IEnumerable<UnitSummary> Near()
    {
        var tree = View.Reaching.Tree;
        return View.Unit.Parent is { } parent && tree.Find(parent) is { } above && above.Parent is { } top ? tree.Children(top).Prepend(tree.Find(top)!) : [];
    }

    private async Task<bool> FindAsync(string code, CancellationToken stop)
    {
        var found = await units.FindAsync(code, Permission.ManageOrganisation, stop);
        View = found!;
        return found is { Unit: { IsOpen: true, Parent: not null } };
    }
}

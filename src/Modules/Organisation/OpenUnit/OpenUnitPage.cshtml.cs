using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Organisation.Domain;
using UnionHall.Organisation.Parts;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;
using UnionHall.Platform.Ui;

namespace UnionHall.Organisation.OpenUnit;

internal sealed class OpenUnitForm
{
    [Required(ErrorMessage = "全称还没填。")]
    public string Name { get; set; } = "";

    public string? ShortName { get; set; }

    [Required(ErrorMessage = "编码还没填。")]
    public string Code { get; set; } = "";

    [Required(ErrorMessage = "选一个种类。")]
    public string Kind { get; set; } = "";

    [Required(ErrorMessage = "成立日期还没填。")]
    public DateOnly? From { get; set; }

    public UnitDraft? Draft() => UnitKinds.Parse(Kind) is { } kind ? UnitDraft.Typed(Code, Name, ShortName, kind, From!.Value) : null;
}

[Needs(Permission.ManageOrganisation)]
internal sealed class OpenUnitPage(UnitsInReach units, OpenUnitHandler handler, UnitImpact impact, TimeProvider clock) : PageModel
{
    [BindProperty]
    public OpenUnitForm Form { get; set; } = new();

    /// <summary>What the person has seen the preview of.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    public UnitView View { get; private set; } = null!;

    public IReadOnlyList<string>? Preview { get; private set; }

    public IEnumerable<UnitKind> Kinds => View.Reaching.Tree.Nesting.Under(View.Unit.Kind);

    public string SeenToken => Preview is null ? "" : SeenMark.Of(Form.Draft());

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

        if (!ModelState.IsValid || Form.Draft() is not { } draft)
        {
            return Page();
        }

        var (actor, parent) = (View.Reaching.Actor, View.Unit.UnitId);
        var isSeen = Seen == SeenMark.Of(draft);
        var result = isSeen ? await handler.HandleAsync(actor, draft, parent, stop) : await handler.RehearseAsync(actor, draft, parent, stop);
        if (result.Refusal is { } refusal)
        {
            ModelState.Add(refusal);
            return Page();
        }

        if (isSeen)
        {
            TempData.Say($"设立了{draft.Name}。");
            return LocalRedirect($"/admin/units/{draft.Code}");
        }

        Preview = await impact.OpenAsync(View.Reaching, draft, parent, stop);
        return Page();
    }

    private async Task<bool> FindAsync(string code, CancellationToken stop)
    {
        var found = await units.FindAsync(code, Permission.ManageOrganisation, stop);
        View = found!;
        return found is { Unit.IsOpen: true };
    }
}

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Platform.Security;
using UnionHall.Platform.Ui;

namespace UnionHall.Platform.Notices.ChooseNotices;

internal sealed class ChooseNoticesForm
{
    public TimeOnly? QuietFrom { get; set; }

    public TimeOnly? QuietTo { get; set; }

    public TimeOnly? DigestAt { get; set; }

    /// <summary>Codes of the kinds that are told once a day.</summary>
    public List<string> Gathered { get; set; } = [];
}

/// <summary>When the reader is told, and what he hears once a day instead of at once.</summary>
[Authorize]
internal sealed class ChooseNoticesPage(ChooseNoticesHandler handler, ICurrentActor current) : PageModel
{
    [BindProperty]
    public ChooseNoticesForm Form { get; set; } = new();

    public IReadOnlyList<NoticeKind> Kinds { get; private set; } = [];

    public string Back { get; private set; } = "/notices";

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        var actor = await current.GetAsync(stop);
        if (actor.Account is not { } account)
        {
            return Challenge();
        }

        if (await handler.FindAsync(account, stop) is { } wish)
        {
            Form = new ChooseNoticesForm { QuietFrom = wish.QuietFrom, QuietTo = wish.QuietTo, DigestAt = wish.DigestAt, Gathered = wish.DigestKinds };
        }

        return Show(actor);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var actor = await current.GetAsync(stop);
        if (actor.Account is null)
        {
            return Challenge();
        }

        if (!ModelState.IsValid)
        {
            return Show(actor);
        }

        var chosen = await handler.HandleAsync(actor, Form, stop);
        if (chosen.Refusal is { } refusal)
        {
            ModelState.AddModelError($"Form.{refusal.Field}", refusal.Sentence);
            return Show(actor);
        }

        Show(actor);
        TempData.Say("记下了，以后照这样提醒。");
        return LocalRedirect(Back);
    }

    private PageResult Show(Actor actor)
    {
        Kinds = handler.KindsFor(actor.IsStaff ? NoticeFor.Staff : NoticeFor.Workers);
        Back = actor.IsStaff ? "/desk/notices" : "/notices";
        return Page();
    }
}

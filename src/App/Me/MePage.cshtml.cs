using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.App.Layouts;
using UnionHall.Platform.Security;
using UnionHall.Platform.Ui;

namespace UnionHall.App.Me;

/// <summary>我的: who is here, and how he wants the pages. The switches need no account and no script.</summary>
internal sealed class MePage(PageFrame frame) : PageModel
{
    public Actor Actor { get; private set; } = null!;

    public PagePreferences Preferences { get; private set; } = PagePreferences.Usual;

    public bool IsDesk => Request.Path.StartsWithSegments("/desk", StringComparison.OrdinalIgnoreCase);

    public async Task<IActionResult> OnGetAsync()
    {
        Actor = await frame.ActorAsync(HttpContext);
        Preferences = PagePreferences.Of(Request);
        return IsDesk && !Actor.IsStaff ? LocalRedirect("/me") : Page();
    }
}

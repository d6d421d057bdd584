using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Platform.Security.Sessions;
using UnionHall.Platform.Submissions;
using UnionHall.Platform.Ui;

namespace UnionHall.Platform.Security.SignOut;

/// <summary>Asks on GET, so that a link in a message signs nobody out; ends the session on POST.</summary>
[AllowAnonymous]
[WithoutSubmissionKey]
internal sealed class SignOutPage(SignOutHandler handler, IEnumerable<ISignOutPart> parts, ICurrentActor current) : PageModel
{
    public IActionResult OnGet() => HttpContext.Features.Get<SessionState>() is null ? LocalRedirect("/") : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (HttpContext.Features.Get<SessionState>() is { } session)
        {
            await handler.HandleAsync(await current.GetAsync(stop), session.Id, stop);
            await HttpContext.SignOutAsync();
            TempData.Say("退出登录了");
            TempData.ForgetDrafts();
        }

        foreach (var part in parts)
        {
            part.Drop();
        }

        Response.Headers["Clear-Site-Data"] = "\"cache\"";
        return LocalRedirect("/");
    }
}

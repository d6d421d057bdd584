using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using UnionHall.Platform.Security;
using UnionHall.Platform.Ui;
using UnionHall.Platform.Web;
using UnionHall.Requests.TrackRequest;

namespace UnionHall.Requests.ClaimRequest;

/// <summary>把没登录时说的事放进来.</summary>
[Authorize]
[EnableRateLimiting(RateLimits.TrackPolicy)]
internal sealed class ClaimRequestPage(ClaimRequestHandler handler, ICurrentActor actors) : PageModel
{
    [BindProperty]
    public TrackRequestForm Form { get; set; } = new();

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var claimed = await handler.HandleAsync(await actors.GetAsync(stop), Form.Reference, Form.Passphrase, stop);
        if (claimed.Refusal is { } refusal)
        {
            ModelState.Add(refusal);
            return Page();
        }

        TempData.Say("放进“我的事”了");
        return LocalRedirect("/my/requests");
    }
}

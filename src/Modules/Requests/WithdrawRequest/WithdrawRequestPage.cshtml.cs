using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Platform.Security;
using UnionHall.Platform.Ui;
using UnionHall.Requests.Following;
using UnionHall.Requests.FollowRequest;

namespace UnionHall.Requests.WithdrawRequest;

internal sealed class WithdrawRequestForm
{
    public string? Reason { get; set; }
}

/// <summary>撤回这件事: asks once, because it cannot be taken back.</summary>
internal sealed class WithdrawRequestPage(FollowRequestQuery query, WithdrawRequestHandler handler, ICurrentActor actors) : PageModel
{
    [BindProperty]
    public WithdrawRequestForm Form { get; set; } = new();

    public FollowedRequest Followed { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken stop)
    {
        if (await query.FindAsync(reference, await actors.GetAsync(stop), stop) is not { } followed)
        {
            return LocalRedirect(WorkerDesk.DoorOf(reference));
        }

        Followed = followed;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken stop)
    {
        var result = await handler.HandleAsync(await actors.GetAsync(stop), reference, Form.Reason, stop);
        if (result.Refusal is not { } refusal)
        {
            TempData.Say("撤回了，不再办");
            return LocalRedirect($"/requests/track/{Reference.Parse(reference)}");
        }

        ModelState.Add(refusal);
        return await OnGetAsync(reference, stop);
    }
}

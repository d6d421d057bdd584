using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Platform.Security;
using UnionHall.Platform.Ui;
using UnionHall.Requests.Following;
using UnionHall.Requests.FollowRequest;

namespace UnionHall.Requests.ChaseOwnRequest;

/// <summary>催一下: the worker's own.</summary>
internal sealed class ChaseOwnRequestPage(FollowRequestQuery query, ChaseOwnRequestHandler handler, ICurrentActor actors) : PageModel
{
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
        var result = await handler.HandleAsync(await actors.GetAsync(stop), reference, stop);
        if (result.Refusal is not { } refusal)
        {
            TempData.Say("催了，办的同志会收到提醒");
            return LocalRedirect($"/requests/track/{Reference.Parse(reference)}");
        }

        ModelState.Add(refusal);
        return await OnGetAsync(reference, stop);
    }
}

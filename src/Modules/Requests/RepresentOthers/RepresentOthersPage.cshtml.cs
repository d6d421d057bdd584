using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Platform.Security;
using UnionHall.Platform.Ui;
using UnionHall.Requests.Following;
using UnionHall.Requests.FollowRequest;
using UnionHall.Requests.Settings;

namespace UnionHall.Requests.RepresentOthers;

/// <summary>当代表.</summary>
internal sealed class RepresentOthersPage(FollowRequestQuery query, RepresentOthersHandler handler, RequestSettings settings, ICurrentActor actors) : PageModel
{
    public FollowedRequest Followed { get; private set; } = null!;

    public int Most { get; private set; }

    public Task<IActionResult> OnGetAsync(string reference, CancellationToken stop) => ShowAsync(reference, stop);

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken stop)
    {
        var result = await handler.HandleAsync(await actors.GetAsync(stop), reference, stop);
        if (result.Refusal is not { } refusal)
        {
            TempData.Say("记下了，谢谢您替大家出面");
            return LocalRedirect($"/requests/track/{Reference.Parse(reference)}");
        }

        ModelState.Add(refusal);
        return await ShowAsync(reference, stop);
    }

    /// <summary>不当代表了.</summary>
    public async Task<IActionResult> OnPostStepDownAsync(string reference, CancellationToken stop)
    {
        var result = await handler.StepDownAsync(await actors.GetAsync(stop), reference, stop);
        if (result.Refusal is not { } refusal)
        {
            TempData.Say("记下了，您不再是代表");
            return LocalRedirect($"/requests/track/{Reference.Parse(reference)}");
        }

        ModelState.Add(refusal);
        return await ShowAsync(reference, stop);
    }

    private async Task<IActionResult> ShowAsync(string reference, CancellationToken stop)
    {
        if (await query.FindAsync(reference, await actors.GetAsync(stop), stop) is not { } followed)
        {
            return LocalRedirect(WorkerDesk.DoorOf(reference));
        }

        Followed = followed;
        Most = (await settings.InForceAsync(stop)).Same.RepresentativesMost;
        return Page();
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Platform.Security;
using UnionHall.Platform.Ui;
using UnionHall.Platform;
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

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken stop) =>
        await AnswerAsync(await handler.HandleAsync(await actors.GetAsync(stop), reference, stop), reference, "记下了，谢谢您替大家出面", stop);

    /// <summary>不当代表了.</summary>
    public async Task<IActionResult> OnPostStepDownAsync(string reference, CancellationToken stop) =>
        await AnswerAsync(await handler.StepDownAsync(await actors.GetAsync(stop), reference, stop), reference, "记下了，您不再是代表", stop);

    private async Task<IActionResult> AnswerAsync(Result result, string reference, string said, CancellationToken stop)
    {
        if (result.Refusal is not { } refusal)
        {
            TempData.Say(said);
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

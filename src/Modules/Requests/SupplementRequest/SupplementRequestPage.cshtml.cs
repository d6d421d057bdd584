using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Platform.Files;
using UnionHall.Platform.Security;
using UnionHall.Platform.Ui;
using UnionHall.Requests.Following;
using UnionHall.Requests.FollowRequest;
using UnionHall.Requests.Settings;

namespace UnionHall.Requests.SupplementRequest;

internal sealed class SupplementRequestForm : WorkerUploads
{
    public string? Text { get; set; }
}

/// <summary>补充情况.</summary>
internal sealed class SupplementRequestPage(FollowRequestQuery query, SupplementRequestHandler handler, AddedWords added, WorkerFiles files, RequestSettings settings, ICurrentActor actors) : PageModel
{
    [BindProperty]
    public SupplementRequestForm Form { get; set; } = new();

    public FollowedRequest Followed { get; private set; } = null!;

    /// <summary>It has ended, and new facts open it again.</summary>
    public bool Reopens { get; private set; }

    public Actor Actor { get; private set; } = null!;

    public Numbers Numbers { get; private set; } = null!;

    public IReadOnlyList<FileSummary> Files { get; private set; } = [];

    public Task<IActionResult> OnGetAsync(string reference, CancellationToken stop) => ShowAsync(reference, stop);

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken stop)
    {
        Actor = await actors.GetAsync(stop);
        var result = await files.TakeAsync(Form, Actor, stop);
        result = result.Succeeded ? await handler.HandleAsync(Actor, reference, Form, stop) : result;
        if (result.Refusal is not { } refusal)
        {
            TempData.Say("补充的情况送到了");
            return LocalRedirect($"/requests/track/{Reference.Parse(reference)}");
        }

        ModelState.Add(refusal);
        return await ShowAsync(reference, stop);
    }

    private async Task<IActionResult> ShowAsync(string reference, CancellationToken stop)
    {
        Actor = await actors.GetAsync(stop);
        if (await query.FindAsync(reference, Actor, stop) is not { } followed)
        {
            return LocalRedirect(WorkerDesk.DoorOf(reference));
        }

        Followed = followed;
        Reopens = await added.MayReopenAsync(followed.Request, stop);
        Numbers = await settings.InForceAsync(stop);
        Files = await files.ShownAsync(Form, Actor, stop);
        return Page();
    }
}

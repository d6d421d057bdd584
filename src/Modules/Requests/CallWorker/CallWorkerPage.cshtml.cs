using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Platform.Security;
using UnionHall.Platform.Ui;
using UnionHall.Requests.Calling;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.CallWorker;

/// <summary>One call: the script, what was promised, the three witnesses, and what saving will do.</summary>
[Needs(Permission.CallFollowUps)]
internal sealed class CallWorkerPage(CallWorkerHandler handler, CallQuery calls, CallList list, ICurrentActor current) : PageModel
{
    [BindProperty]
    public CallWorkerForm Form { get; set; } = new();

    public CallView Call { get; private set; } = null!;

    public CallPage List { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) => ShowAsync(id, showPhone: false, stop);

    public async Task<IActionResult> OnPostPhoneAsync(Guid id, CancellationToken stop)
    {
        var claimed = await handler.ClaimAsync(await current.GetAsync(stop), id, stop);
        Tell(claimed.Refusal);
        return await ShowAsync(id, claimed.Succeeded, stop);
    }

    public async Task<IActionResult> OnPostAsync(Guid id, [FromForm] string? then, CancellationToken stop)
    {
        var actor = await current.GetAsync(stop);
        if (ModelState.IsValid)
        {
            var result = await handler.HandleAsync(actor, id, Form, stop);
            if (result.Succeeded)
            {
                TempData.Say(Form.Outcome == "answer" ? "存下了。" : "记下了。");
                return LocalRedirect(then == "next" && await list.NextAsync(actor, id, stop) is { } next ? $"/desk/follow-ups/{next}" : "/desk/follow-ups");
            }

            Tell(result.Refusal);
        }

        return await ShowAsync(id, showPhone: false, stop);
    }

    private void Tell(Platform.Refusal? refusal)
    {
        if (refusal is not null)
        {
            ModelState.AddModelError(refusal.Field is null ? "" : $"Form.{refusal.Field}", refusal.Sentence);
            Response.StatusCode = refusal == FollowUpRefusals.Handled || refusal == FollowUpRefusals.OfTheUnit ? StatusCodes.Status403Forbidden : Response.StatusCode;
        }
    }

    private async Task<IActionResult> ShowAsync(Guid id, bool showPhone, CancellationToken stop)
    {
        var actor = await current.GetAsync(stop);
        if (await calls.FindAsync(actor, id, showPhone, stop) is not { } found)
        {
            return NotFound();
        }

        (Call, List) = (found, await list.ListAsync(actor, "now", null, stop));
        return Page();
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Platform.Security;
using UnionHall.Platform.Submissions;
using UnionHall.Requests.Data;
using UnionHall.Requests.Presence;

namespace UnionHall.Requests.TellPresence;

/// <summary>Asked by open pages of a case: I am here; who else is? Nothing of the case itself is in its answer.</summary>
[Needs(Permission.ReadRequests), Unattended, WithoutSubmissionKey]
internal sealed class TellPresencePage(RequestsDb db, Scope scope, PresenceBook presence, ICurrentActor current, TimeProvider clock) : PageModel
{
    [FromRoute(Name = "reference")]
    public string Number { get; set; } = "";

    public IReadOnlyList<Present> Others { get; private set; } = [];

    public Task<IActionResult> OnGetAsync(CancellationToken stop) => AnswerAsync(null, stop);

    /// <param name="writes">He writes on an answer.</param>
    public Task<IActionResult> OnPostAsync(bool writes, CancellationToken stop) => AnswerAsync(writes, stop);

    private async Task<IActionResult> AnswerAsync(bool? writes, CancellationToken stop)
    {
        var actor = await current.GetAsync(stop);
        Response.Headers.CacheControl = "no-store";
        if (Reference.Parse(Number) is not { } number || await db.IdOfAsync(number, stop) is not { } request || !await scope.ReachesAsync(actor, request, stop))
        {
            return NotFound();
        }

        Others = writes is { } doing ? await presence.SayAsync(request, actor, doing, stop) : await presence.OthersAsync(request, actor, clock.GetUtcNow(), stop);
        return Page();
    }
}

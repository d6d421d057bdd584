using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Messaging;
using UnionHall.Platform.Security;
using UnionHall.Requests.Acting;

namespace UnionHall.Requests.ReadLetters;

/// <summary>The letters of a case as they came, with sender, quotes and signature: for the readers of the box, not for whom it was handed on to.</summary>
[Needs(Permission.ReadRequests)]
internal sealed class ReadLettersPage(LettersQuery letters, ICurrentActor current, TimeProvider clock) : PageModel
{
    [FromRoute(Name = "reference")]
    public string Number { get; set; } = "";

    public string Title { get; private set; } = "";

    public IReadOnlyList<ReceivedMail> Letters { get; private set; } = [];

    public DateTimeOffset Now => clock.GetUtcNow();

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (await letters.OfAsync(await current.GetAsync(stop), Number, stop) is not { } found)
        {
            return this.CaseNotFound(Number);
        }

        (Title, Letters) = (found.Title, found.Letters);
        return Page();
    }
}

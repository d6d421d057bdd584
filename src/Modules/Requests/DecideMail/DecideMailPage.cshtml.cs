using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Messaging;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Platform.Ui;
using UnionHall.Requests.Letters;

namespace UnionHall.Requests.DecideMail;

/// <summary>A mail that was not taken in, and what is to become of it.</summary>
[Needs(Permission.ReadRequests)]
internal sealed class DecideMailPage(DecideMailHandler handler, LetterWords replies, ICurrentActor current, TimeProvider clock) : PageModel
{
    public const string List = "/desk/mail";

    public ReceivedMail Mail { get; private set; } = null!;

    /// <summary>The case whose answer address it was sent to.</summary>
    public string? Case { get; private set; }

    public DateTimeOffset Now => clock.GetUtcNow();

    public Task<IActionResult> OnGetAsync(Guid mail, CancellationToken stop) => ShowAsync(mail, stop);

    public Task<IActionResult> OnPostAsync(Guid mail, CancellationToken stop) => DecideAsync(mail, handler.MakeRequestAsync, "收成一件诉求了", stop);

    public Task<IActionResult> OnPostJoinAsync(Guid mail, CancellationToken stop) => DecideAsync(mail, handler.JoinAsync, "接到那件上了", stop);

    public Task<IActionResult> OnPostThrowAsync(Guid mail, CancellationToken stop) => DecideAsync(mail, handler.ThrowAwayAsync, "丢掉了。三十天里还能在这里拿回来", stop);

    public Task<IActionResult> OnPostBackAsync(Guid mail, CancellationToken stop) => DecideAsync(mail, handler.TakeBackAsync, "拿回来了", stop);

    private async Task<IActionResult> DecideAsync(Guid mail, Func<Actor, MailInId, CancellationToken, Task<Result<string>>> decide, string said, CancellationToken stop)
    {
        var decided = await decide(await current.GetAsync(stop), new MailInId(mail), stop);
        if (decided.Refusal is { } refusal)
        {
            ModelState.Add(refusal);
            return await ShowAsync(mail, stop);
        }

        TempData.Say(said);
        return LocalRedirect(decided.Value is { Length: > 0 } reference ? $"/desk/requests/{reference}" : List);
    }

    private async Task<IActionResult> ShowAsync(Guid mail, CancellationToken stop)
    {
        if (await handler.FindAsync(await current.GetAsync(stop), new MailInId(mail), stop) is not { } found)
        {
            return NotFound();
        }

        Mail = found;
        Case = found.Thread is null ? null : (await replies.RequestOfAsync(found.Thread, stop))?.Reference;
        return Page();
    }
}

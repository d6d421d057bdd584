using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Messaging;
using UnionHall.Platform.Security;

namespace UnionHall.Requests.ListMail;

/// <summary>主席信箱 of its readers: what arrived and was not taken in, and why.</summary>
[Needs(Permission.ReadRequests)]
internal sealed class ListMailPage(MailRoom room, IncomingMail mails, ICurrentActor current, TimeProvider clock) : PageModel
{
    private const int Most = 30;

    public IReadOnlyList<MailBoxSummary> Boxes { get; private set; } = [];

    public IReadOnlyList<ReceivedMail> Waiting { get; private set; } = [];

    /// <summary>Kept out or thrown away.</summary>
    public IReadOnlyList<ReceivedMail> Aside { get; private set; } = [];

    /// <summary>Arrived, and not looked at yet.</summary>
    public int Fresh { get; private set; }

    public DateTimeOffset Now => clock.GetUtcNow();

    public async Task OnGetAsync(CancellationToken stop)
    {
        Boxes = await room.BoxesOfAsync(await current.GetAsync(stop), stop);
        var left = await mails.ListLeftAsync([.. Boxes.Select(box => box.Id)], Most, stop);
        Waiting = [.. left.Where(mail => mail.State == MailState.Waiting)];
        Aside = [.. left.Where(mail => mail.State is MailState.KeptOut or MailState.ThrownAway)];
        Fresh = left.Count(mail => mail.State == MailState.New);
    }
}

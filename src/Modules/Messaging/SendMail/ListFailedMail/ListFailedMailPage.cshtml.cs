using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Platform.Security;
using UnionHall.Platform.Ui;

namespace UnionHall.Messaging.SendMail.ListFailedMail;

/// <summary>发不出去的邮件.</summary>
[Needs(Permission.ManageSettings)]
internal sealed class ListFailedMailPage(FailedMailQuery mails, ResendMailHandler resend, ICurrentActor current, TimeProvider clock) : PageModel
{
    private const string Address = "/admin/mail/failed";

    /// <summary>“retrying” for those that are still tried.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Show { get; set; }

    public bool IsRetrying => Show == "retrying";

    public IReadOnlyList<FailedMail> Rows { get; private set; } = [];

    public bool IsFirst { get; private set; }

    public string? Next { get; private set; }

    public DateTimeOffset Now => clock.GetUtcNow();

    public async Task OnGetAsync(Guid? after, CancellationToken stop)
    {
        var rows = await mails.PageAsync(IsRetrying, after, stop);
        Rows = [.. rows.Take(FailedMailQuery.PageSize)];
        IsFirst = after is null;
        Next = rows.Count > FailedMailQuery.PageSize ? $"{Address}?show={(IsRetrying ? "retrying" : "")}&after={Rows[^1].Id}" : null;
    }

    public async Task<IActionResult> OnPostAsync(Guid? id, CancellationToken stop)
    {
        var done = await resend.HandleAsync(await current.GetAsync(stop), id is { } one ? new OutgoingMailId(one) : null, stop);
        TempData.Say(done.Refusal?.Sentence ?? $"{SpokenNumber.Of(done.Value)} 封重新排上了，马上再发。");
        return LocalRedirect(Address);
    }
}

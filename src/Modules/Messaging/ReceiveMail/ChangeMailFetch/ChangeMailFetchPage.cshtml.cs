using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using UnionHall.Messaging.ReceiveMail.Boxes;
using UnionHall.Messaging.ReceiveMail.Data;
using UnionHall.Messaging.ReceiveMail.Domain;
using UnionHall.Platform.Security;
using UnionHall.Platform.Settings;
using UnionHall.Platform.Ui;

namespace UnionHall.Messaging.ReceiveMail.ChangeMailFetch;

/// <summary>From where a box is fetched.</summary>
[Needs(Permission.ManageSettings)]
internal sealed class ChangeMailFetchPage(MailDb db, ChangeMailFetchHandler handler, MailBoxBook book, SettingLog log, ICurrentActor current) : PageModel
{
    [BindProperty]
    public ChangeMailFetchForm Form { get; set; } = new();

    public MailBox Box { get; private set; } = null!;

    /// <summary>Null while it is not fetched.</summary>
    public MailBoxImap? Imap { get; private set; }

    /// <param name="box">The key of the box.</param>
    public async Task<IActionResult> OnGetAsync(Guid? box, CancellationToken stop)
    {
        Form.Box = box;
        if (!await FindAsync(stop))
        {
            return box is null ? LocalRedirect("/admin/mail-boxes") : NotFound();
        }

        Form.Seen = await log.LatestAsync(MailBoxBook.Area, Box.Id.ToString(), stop);
        if (Imap is { } now)
        {
            (Form.Host, Form.Port, Form.UserName, Form.Fingerprint) = (now.Host, now.Port, now.UserName, now.Fingerprint);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        foreach (var refusal in ModelState.IsValid ? await handler.HandleAsync(await current.GetAsync(stop), Form, stop) : [])
        {
            ModelState.Add(refusal);
        }

        if (ModelState.IsValid)
        {
            TempData.Say(Form.Ends ? "不再去取了。" : "存好了，马上去取。");
            return LocalRedirect("/admin/mail-boxes");
        }

        db.Context.ChangeTracker.Clear();
        return await FindAsync(stop) ? Page() : NotFound();
    }

    private async Task<bool> FindAsync(CancellationToken stop)
    {
        if (await book.FindAsync(await current.GetAsync(stop), Form.Box, stop) is not { } found)
        {
            return false;
        }

        Box = found;
        Imap = await db.Imaps.AsNoTracking().SingleOrDefaultAsync(row => row.BoxId == found.Id, stop);
        return true;
    }
}

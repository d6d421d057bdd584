using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Messaging.SendMail.Data;
using UnionHall.Messaging.SendMail.Domain;
using UnionHall.Platform.Data;
using UnionHall.Platform.Security;
using UnionHall.Platform.Settings;
using UnionHall.Platform.Ui;

namespace UnionHall.Messaging.SendMail.ChangeMailServer;

/// <summary>发信服务器.</summary>
[Needs(Permission.ManageSettings)]
internal sealed class ChangeMailServerPage(MailDb db, ChangeMailServerHandler handler, MailTrafficQuery traffic, SettingLog log, ICurrentActor current, TimeProvider clock) : PageModel
{
    [BindProperty]
    public ChangeMailServerForm Form { get; set; } = new();

    public MailServer? Server { get; private set; }

    public MailTraffic Traffic { get; private set; } = null!;

    public SettingHistory History { get; private set; } = null!;

    public DateTimeOffset Now => clock.GetUtcNow();

    public async Task OnGetAsync(CancellationToken stop)
    {
        await ReadAsync(stop);
        var shown = Server ?? new MailServer();
        Form = new ChangeMailServerForm
        {
            Host = shown.Host,
            Port = shown.Port.ToString(CultureInfo.InvariantCulture),
            Security = EnumWord.Of(shown.Security),
            UserName = shown.UserName,
            FromAddress = shown.FromAddress,
            FromName = shown.FromName,
            Authority = shown.Authority,
        };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var refused = ModelState.IsValid ? await handler.HandleAsync(await current.GetAsync(stop), Form, stop) : [];
        foreach (var refusal in refused)
        {
            ModelState.Add(refusal);
        }

        if (ModelState.IsValid)
        {
            TempData.Say("发信服务器改好了。发一封试试，看收不收得到。");
            return LocalRedirect("/admin/mail");
        }

        db.Context.ChangeTracker.Clear();
        await ReadAsync(stop);
        return Page();
    }

    private async Task ReadAsync(CancellationToken stop)
    {
        Server = await db.ServerAsync(stop);
        Traffic = await traffic.ReadAsync(stop);
        History = new SettingHistory(await log.ListAsync(ChangeMailServerHandler.Area, key: null, stop), clock.GetUtcNow());
    }
}

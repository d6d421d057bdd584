using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Messaging.WeChat.Data;
using UnionHall.Messaging.WeChat.Domain;
using UnionHall.Platform.Data;
using UnionHall.Platform.Security;
using UnionHall.Platform.Settings;
using UnionHall.Platform.Ui;

namespace UnionHall.Messaging.WeChat.ChangeWeChat;

/// <summary>微信公众号.</summary>
[Needs(Permission.ManageSettings)]
internal sealed class ChangeWeChatPage(WeChatDb db, ChangeWeChatHandler handler, WeChatHealth health, SettingLog log, ICurrentActor current, TimeProvider clock) : PageModel
{
    [BindProperty]
    public ChangeWeChatForm Form { get; set; } = new();

    public WeChatAccount? Account { get; private set; }

    public IReadOnlyList<PartHealth> Parts { get; private set; } = [];

    public SettingHistory History { get; private set; } = null!;

    public DateTimeOffset Now => clock.GetUtcNow();

    public async Task OnGetAsync(CancellationToken stop)
    {
        await ReadAsync(stop);
        var shown = Account ?? new WeChatAccount { SiteBase = $"https://{Request.Host}" };
        Form = new ChangeWeChatForm { AppId = shown.AppId, Mode = EnumWord.Of(shown.Mode), ApiBase = shown.ApiBase, OpenBase = shown.OpenBase, SiteBase = shown.SiteBase };
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
            TempData.Say("公众号的接入改好了。");
            return LocalRedirect("/admin/wechat");
        }

        db.Context.ChangeTracker.Clear();
        await ReadAsync(stop);
        return Page();
    }

    private async Task ReadAsync(CancellationToken stop)
    {
        Account = await db.AccountAsync(stop);
        Parts = await health.ReadAsync(stop);
        History = new SettingHistory(await log.ListAsync(ChangeWeChatHandler.Area, key: null, stop), clock.GetUtcNow());
    }
}

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using UnionHall.Messaging.WeChat.Data;
using UnionHall.Platform.Security;
using UnionHall.Platform.Ui;

namespace UnionHall.Messaging.WeChat.LinkWeChat;

/// <summary>绑定微信.</summary>
[Authorize]
internal sealed class LinkWeChatPage(WeChatDb db, LinkWeChatHandler handler, ICurrentActor current) : PageModel
{
    private const string CodeKey = "we-chat-code";

    public bool IsConnected { get; private set; }

    public IReadOnlyList<DateTimeOffset> LinkedAt { get; private set; } = [];

    /// <summary>Shown once, right after it was made.</summary>
    public string? Code { get; private set; }

    public async Task OnGetAsync(CancellationToken stop)
    {
        var account = (await current.GetAsync(stop)).Account;
        IsConnected = await db.AccountAsync(stop) is not null;
        LinkedAt = await db.Followers.Where(follower => follower.AccountId == account).Select(follower => follower.LinkedAt!.Value).ToListAsync(stop);
        Code = TempData[CodeKey] as string;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var made = await handler.HandleAsync(await current.GetAsync(stop), stop);
        if (made.Refusal is { } refusal)
        {
            TempData.Say(refusal.Sentence);
        }
        else
        {
            TempData[CodeKey] = made.Value;
        }

        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostUnlinkAsync(CancellationToken stop)
    {
        await handler.UnlinkAsync(await current.GetAsync(stop), stop);
        TempData.Say("解绑了，微信里不再告诉您进展。");
        return RedirectToPage();
    }
}

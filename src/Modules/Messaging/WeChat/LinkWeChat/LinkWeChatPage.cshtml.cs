using System.Security.Cryptography;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using UnionHall.Messaging.WeChat.Data;
using UnionHall.Messaging.WeChat.Domain;
using UnionHall.Messaging.WeChat.Protocol;
using UnionHall.Platform.Security;
using UnionHall.Platform.Ui;

namespace UnionHall.Messaging.WeChat.LinkWeChat;

/// <summary>绑定微信.</summary>
[Authorize]
internal sealed class LinkWeChatPage(WeChatDb db, WeChatSeal seal, LinkWeChatHandler handler, ICurrentActor current) : PageModel
{
    internal const string StateKey = "we-chat-state";
    private const string CodeKey = "we-chat-code";

    public bool IsConnected { get; private set; }

    /// <summary>The page was opened inside WeChat.</summary>
    public bool IsInWeChat => Request.Headers.UserAgent.ToString().Contains("MicroMessenger", StringComparison.Ordinal);

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

    /// <summary>Inside WeChat no code has to be typed: WeChat itself says who he is.</summary>
    public async Task<IActionResult> OnGetOpenAsync(CancellationToken stop)
    {
        if (await db.AccountAsync(stop) is not { } account)
        {
            return RedirectToPage();
        }

        var state = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        TempData[StateKey] = state;
        var connection = seal.Open(account);
        return Redirect(OAuthAddress.Of(connection.Open, connection.AppId, new Uri(connection.Site, "/account/wechat/back"), state));
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

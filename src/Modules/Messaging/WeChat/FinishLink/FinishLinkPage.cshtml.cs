using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Messaging.WeChat.LinkWeChat;
using UnionHall.Platform.Security;
using UnionHall.Platform.Ui;

namespace UnionHall.Messaging.WeChat.FinishLink;

/// <summary>Where WeChat sends the visitor back to, with a code. Shows nothing of its own.</summary>
[Authorize]
internal sealed class FinishLinkPage(FinishLinkHandler handler, ICurrentActor current) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string? code, string? state, CancellationToken stop)
    {
        // A code that somebody else began with would link his WeChat to this account.
        if (code is { Length: > 0 and <= 512 } && TempData[LinkWeChatPage.StateKey] is string mine && Same(mine, state))
        {
            var linked = await handler.HandleAsync(await current.GetAsync(stop), code, stop);
            TempData.Say(linked.Refusal?.Sentence ?? "绑定好了。以后您的诉求有进展，就在微信里告诉您。");
        }

        return LocalRedirect("/account/wechat");
    }

    private static bool Same(string mine, string? given) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(mine), Encoding.UTF8.GetBytes(given ?? ""));
}

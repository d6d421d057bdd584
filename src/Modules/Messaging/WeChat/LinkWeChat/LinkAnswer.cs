using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using UnionHall.Messaging.WeChat.Data;
using UnionHall.Messaging.WeChat.Domain;
using UnionHall.Messaging.WeChat.Protocol;
using UnionHall.Messaging.WeChat.ReceivePush;
using UnionHall.Text;

namespace UnionHall.Messaging.WeChat.LinkWeChat;

/// <summary>A follower sends the code that his account showed him: from then on this WeChat is his.</summary>
internal sealed partial class LinkAnswer(WeChatDb db, WeChatSeal seal, TimeProvider clock) : IPushAnswer
{
    private const string Linked = "绑定好了。以后您的诉求有进展，就在这里告诉您。不想要了，回复“解绑”。";
    private const string NoCode = "这个码不对，或者已经过了十分钟。请在网页“我的账号”里重新取一个，再发“绑定”和那 8 个数字。";
    private const string Cut = "解绑了。这里不再告诉您诉求的进展。";
    private const string WasNotLinked = "这个微信没有绑定过账号。";

    public async Task<string?> AnswerAsync(Push push, WeChatFollower follower, CancellationToken stop)
    {
        if (push.Content is not TextSent { Text: var text })
        {
            return null;
        }

        var said = PlainText.SingleLine(text).Normalize(System.Text.NormalizationForm.FormKC);
        return said == "解绑" ? Unlink(follower) : Shape().Match(said) is { Success: true } match ? await LinkAsync(follower, match.Groups["code"].Value, stop) : null;
    }

    private async Task<string> LinkAsync(WeChatFollower follower, string typed, CancellationToken stop)
    {
        var print = seal.Print(typed);
        var now = clock.GetUtcNow();
        if (await db.Codes.SingleOrDefaultAsync(row => row.Print == print, stop) is not { } code || !code.IsGood(now))
        {
            return NoCode;
        }

        code.Use(now);
        follower.Link(code.AccountId, now);
        return Linked;
    }

    private static string Unlink(WeChatFollower follower)
    {
        if (follower.AccountId is null)
        {
            return WasNotLinked;
        }

        follower.Unlink();
        return Cut;
    }

    [GeneratedRegex("^绑定 ?(?<code>[0-9]{8})$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Shape();
}

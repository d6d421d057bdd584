using Microsoft.EntityFrameworkCore;
using UnionHall.Messaging.WeChat.Data;
using UnionHall.Messaging.WeChat.Domain;
using UnionHall.Platform;
using UnionHall.Platform.Security;

namespace UnionHall.Messaging.WeChat.LinkWeChat;

/// <summary>Makes a one-time code for who is signed in, and cuts his links.</summary>
internal sealed class LinkWeChatHandler(WeChatDb db, WeChatSeal seal, TimeProvider clock)
{
    /// <returns>The code, shown to him once. One made before no longer counts.</returns>
    public async Task<Result<string>> HandleAsync(Actor actor, CancellationToken stop)
    {
        if (actor.Account is not { } account || await db.AccountAsync(stop) is null)
        {
            return new Refusal("we-chat-none", "这里还没有接入微信公众号，绑不了。");
        }

        var now = clock.GetUtcNow();
        foreach (var before in await db.Codes.Where(code => code.AccountId == account && code.UsedAt == null).ToListAsync(stop))
        {
            before.Use(now);
        }

        var drawn = WeChatCode.Draw();
        db.Codes.Add(WeChatCode.Make(seal.Print(drawn), account, now));
        db.Context.Happened(new WeChatCodeMade(account));
        await db.SaveAsync(actor, stop);
        return drawn;
    }

    public async Task UnlinkAsync(Actor actor, CancellationToken stop)
    {
        var linked = await db.Followers.Where(follower => follower.AccountId == actor.Account && follower.AccountId != null).ToListAsync(stop);
        linked.ForEach(follower => follower.Unlink());
        await db.SaveAsync(actor, stop);
    }
}

using Microsoft.EntityFrameworkCore;
using UnionHall.Messaging.WeChat.Api;
using UnionHall.Messaging.WeChat.Data;
using UnionHall.Messaging.WeChat.Domain;
using UnionHall.Platform;
using UnionHall.Platform.Security;

namespace UnionHall.Messaging.WeChat.FinishLink;

/// <summary>Links the WeChat in which a page was opened to who is signed in there.</summary>
internal sealed class FinishLinkHandler(WeChatDb db, WeChatSeal seal, WeChatApi api, TimeProvider clock)
{
    private static readonly Refusal Failed = new("we-chat-login-failed", "微信没有认出您，绑定没有做成。请从工会的公众号里打开，再试一次。");

    /// <param name="code">As WeChat gave it; good once.</param>
    public async Task<Result> HandleAsync(Actor actor, string code, CancellationToken stop)
    {
        if (actor.Account is not { } account || await db.AccountAsync(stop) is not { } sealedAccount)
        {
            return Failed;
        }

        var connection = seal.Open(sealedAccount);
        if ((await api.OpenIdOfAsync(connection, code, stop)).Value is not { } openId)
        {
            return Failed;
        }

        if (!(await api.IsFollowingAsync(connection, openId, stop)).Value)
        {
            return new Refusal("we-chat-not-following", "您还没有关注工会的公众号。先关注，再来绑定。");
        }

        var now = clock.GetUtcNow();
        var follower = await db.Followers.SingleOrDefaultAsync(row => row.OpenId == openId, stop) ?? db.Followers.Add(WeChatFollower.Meet(openId, now)).Entity;
        follower.Link(account, now);
        await db.SaveAsync(actor, stop);
        return Result.Done;
    }
}

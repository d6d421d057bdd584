using Microsoft.EntityFrameworkCore;
using UnionHall.Messaging.WeChat.Api;
using UnionHall.Messaging.WeChat.Data;
using UnionHall.Messaging.WeChat.Domain;

namespace UnionHall.Messaging;

/// <summary>Speaks to the follower of a talk, where WeChat lets us: within 48 hours of something he said.</summary>
public sealed class WeChatVoice
{
    private readonly WeChatDb db;
    private readonly WeChatSeal seal;
    private readonly WeChatApi api;
    private readonly TimeProvider clock;

    internal WeChatVoice(WeChatDb db, WeChatSeal seal, WeChatApi api, TimeProvider clock) => (this.db, this.seal, this.api, this.clock) = (db, seal, api, clock);

    /// <summary>To be called from a job: an exception has it tried again later.</summary>
    /// <param name="talk">The talk from which the matter came.</param>
    /// <param name="words">Chinese, <see cref="WeChatWords.Site"/> in place of the site's address.</param>
    /// <returns>Whether he was told; false where WeChat does not let us, or the talk is long forgotten.</returns>
    public async Task<bool> TellAsync(WeChatTalkId talk, string words, CancellationToken stop)
    {
        var follower = await db.Followers.AsNoTracking().SingleOrDefaultAsync(row => db.Talks.Any(one => one.Id == talk && one.FollowerId == row.Id), stop);
        if (follower?.MayBeAnswered(clock.GetUtcNow()) != true || await db.AccountAsync(stop) is not { } account)
        {
            return false;
        }

        var said = await api.SayAsync(seal.Open(account), follower.OpenId, words.Replace(WeChatWords.Site, account.SiteBase, StringComparison.Ordinal), stop);
        return said.Fault is { Remedy: not Remedy.GiveUp } fault ? throw new WeChatFaultException(fault) : said.Succeeded;
    }
}

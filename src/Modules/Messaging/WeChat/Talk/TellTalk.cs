using Microsoft.EntityFrameworkCore;
using UnionHall.Messaging.WeChat.Api;
using UnionHall.Messaging.WeChat.Data;
using UnionHall.Messaging.WeChat.Domain;
using UnionHall.Messaging.WeChat.Protocol;
using UnionHall.Messaging.WeChat.ReceivePush;
using UnionHall.Platform.Jobs;

namespace UnionHall.Messaging.WeChat.Talk;

/// <summary>Tells the follower what came of it. Where WeChat does not let us write to him now, he hears it when he next says something.</summary>
internal sealed class TellTalk(WeChatDb db, WeChatSeal seal, WeChatApi api, TimeProvider clock) : IEventHandler<WeChatTalkTaken>, IPushAnswer
{
    public async Task HandleAsync(WeChatTalkTaken domainEvent, CancellationToken stop)
    {
        var talk = await db.Talks.AsNoTracking().SingleAsync(row => row.Id == domainEvent.Talk, stop);
        var follower = await db.Followers.AsNoTracking().SingleAsync(row => row.Id == domainEvent.Follower, stop);
        if (talk.Answer is not { } answer || !follower.MayBeAnswered(clock.GetUtcNow()) || await db.AccountAsync(stop) is not { } account)
        {
            return;
        }

        var said = await api.SayAsync(seal.Open(account), follower.OpenId, seal.OpenReply(answer), stop);
        if (said.Succeeded)
        {
            await db.Talks.Where(row => row.Id == talk.Id).ExecuteUpdateAsync(row => row.SetProperty(one => one.ToldAt, clock.GetUtcNow()).SetProperty(one => one.Answer, (byte[]?)null), stop);
        }
        else if (said.Fault is { Remedy: not Remedy.GiveUp } fault)
        {
            throw new WeChatFaultException(fault);
        }
    }

    public async Task<string?> AnswerAsync(Push push, WeChatFollower follower, CancellationToken stop)
    {
        if (push.Content is Unfollowed or TemplateDelivered || await db.Talks.Where(row => row.FollowerId == follower.Id && row.Answer != null).OrderBy(row => row.Id).FirstOrDefaultAsync(stop) is not { } talk)
        {
            return null;
        }

        var words = seal.OpenReply(talk.Answer!);
        talk.Tell(clock.GetUtcNow());
        return words;
    }
}

using Microsoft.EntityFrameworkCore;
using UnionHall.Messaging.WeChat.Data;
using UnionHall.Messaging.WeChat.Talk;
using UnionHall.Platform.Jobs;

namespace UnionHall.Messaging.WeChat;

/// <summary>Forgets what served its turn: answers once WeChat asks no more, words that nobody handed in, old messages and codes.</summary>
internal sealed class SweepWeChat(WeChatDb db, TimeProvider clock) : IRecurringJob
{
    private static readonly TimeSpan Repeats = TimeSpan.FromHours(1);
    private static readonly TimeSpan Unfinished = TimeSpan.FromDays(1);
    private static readonly TimeSpan Keeps = TimeSpan.FromDays(30);

    /// <summary>Without its words: only who said it, so that he can be told what comes of it.</summary>
    private static readonly TimeSpan KeepsTalks = TimeSpan.FromDays(365);

    public string Name => "sweep-we-chat";

    public TimeSpan Every => TimeSpan.FromHours(1);

    public async Task RunAsync(CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var (asked, left, old, done) = (now - Repeats, now - Unfinished, now - Keeps, now - KeepsTalks);
        await db.Messages.Where(message => message.Reply != null && message.ReceivedAt < asked).ExecuteUpdateAsync(row => row.SetProperty(message => message.Reply, (byte[]?)null), stop);
        await db.Messages.Where(message => message.ReceivedAt < old).ExecuteDeleteAsync(stop);
        await db.Talks.Where(talk => talk.State != TalkState.HandedIn && talk.TouchedAt < left).ExecuteDeleteAsync(stop);
        await db.Talks.Where(talk => talk.TakenAt != null && talk.Answer == null && talk.TouchedAt < done).ExecuteDeleteAsync(stop);
        await db.Codes.Where(code => code.ExpiresAt < left).ExecuteDeleteAsync(stop);
    }
}

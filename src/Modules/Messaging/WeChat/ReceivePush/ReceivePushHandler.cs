using Microsoft.EntityFrameworkCore;
using Npgsql;
using UnionHall.Messaging.WeChat.Data;
using UnionHall.Messaging.WeChat.Domain;
using UnionHall.Messaging.WeChat.Protocol;
using UnionHall.Platform.Security;

namespace UnionHall.Messaging.WeChat.ReceivePush;

/// <summary>Takes a push in, once, and says what is to be answered at once. All that takes longer is done by who listens to its event.</summary>
internal sealed class ReceivePushHandler(WeChatDb db, WeChatSeal seal, IEnumerable<IPushAnswer> answers, TimeProvider clock)
{
    private const int Tries = 4;
    private static readonly Actor WeChat = Actor.Platform("微信公众号");

    /// <returns>The words to answer with, the same for every try of one push; null for none.</returns>
    public async Task<string?> HandleAsync(Push push, CancellationToken stop)
    {
        // Where somebody is while he looks at the account, and which page he opened, is nothing this site has to know.
        if (push.Content is PositionTold or MenuOpened)
        {
            return null;
        }

        for (var left = Tries; ; left--)
        {
            if (await db.Messages.AsNoTracking().Where(message => message.Key == push.Key).Select(message => new { message.Reply }).SingleOrDefaultAsync(stop) is { } before)
            {
                return before.Reply is null ? null : seal.OpenReply(before.Reply);
            }

            try
            {
                return await TakeAsync(push, stop);
            }
            catch (DbUpdateException problem) when (left > 1 && problem is DbUpdateConcurrencyException or { InnerException: PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } })
            {
                // Another node took the same push, or another push of the same follower, at the same moment.
                db.Context.ChangeTracker.Clear();
            }
        }
    }

    private async Task<string?> TakeAsync(Push push, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var follower = await db.Followers.SingleOrDefaultAsync(row => row.OpenId == push.From, stop) ?? db.Followers.Add(WeChatFollower.Meet(push.From, push.At)).Entity;
        Apply(push, follower);
        var message = db.Messages.Add(WeChatMessage.Take(push, follower.Id, seal.Content(push.Content), now)).Entity;
        var words = await SayAsync(push, follower, stop);
        if (words is not null)
        {
            message.Answer(seal.Reply(words));
        }

        await db.SaveAsync(WeChat, stop);
        return words;
    }

    private static void Apply(Push push, WeChatFollower follower)
    {
        switch (push.Content)
        {
            case Followed followed:
                follower.Follow(followed.Scene, push.At);
                break;
            case Unfollowed:
                follower.Leave(push.At);
                break;
            case Scanned or MenuClicked:
                follower.Act(push.At);
                break;
            case TemplateDelivered:
                break;
            default:
                follower.Write(push.At);
                break;
        }
    }

    private async Task<string?> SayAsync(Push push, WeChatFollower follower, CancellationToken stop)
    {
        foreach (var answer in answers)
        {
            if (await answer.AnswerAsync(push, follower, stop) is { } words)
            {
                return words;
            }
        }

        return null;
    }
}

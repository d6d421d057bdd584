using Microsoft.EntityFrameworkCore;
using UnionHall.Messaging.WeChat.Api;
using UnionHall.Messaging.WeChat.Data;
using UnionHall.Messaging.WeChat.Domain;
using UnionHall.Platform.Jobs;
using UnionHall.Platform.Security;

namespace UnionHall.Messaging.WeChat.Talk;

/// <summary>Fetches what a follower sent along and hands all to the intake, in one transaction with the talk's being taken: so each is taken once. What WeChat no longer has is left out; what it does not give now is asked for again.</summary>
internal sealed class TakeTalk(WeChatDb db, WeChatSeal seal, WeChatApi api, IEnumerable<IWeChatIntake> intakes, TimeProvider clock) : IEventHandler<WeChatTalkHandedIn>
{
    public async Task HandleAsync(WeChatTalkHandedIn domainEvent, CancellationToken stop)
    {
        var talk = await db.Talks.SingleAsync(row => row.Id == domainEvent.Talk, stop);
        if (talk.TakenAt is not null || intakes.FirstOrDefault() is not { } intake)
        {
            return;
        }

        var content = seal.OpenSaid(talk.Content);
        var account = await db.Followers.Where(row => row.Id == talk.FollowerId).Select(row => row.AccountId).SingleAsync(stop);
        var files = await FilesAsync(content.Media, stop);
        await using var transaction = await db.Context.Database.BeginTransactionAsync(stop);
        var answer = await intake.TakeAsync(new WeChatSubmission(talk.Id, account, content.Text, content.Place, files, talk.HandedInAt!.Value), stop);
        var site = await db.Accounts.Select(row => row.SiteBase).SingleOrDefaultAsync(stop);
        talk.Take(seal.Reply(answer.Replace(WeChatWords.Site, site, StringComparison.Ordinal)), seal.Said(TalkContent.Nothing), clock.GetUtcNow());
        await db.SaveAsync(Actor.Platform("微信公众号"), stop);
        await transaction.CommitAsync(stop);
    }

    private async Task<IReadOnlyList<WeChatFile>> FilesAsync(IReadOnlyList<string> media, CancellationToken stop)
    {
        var files = new List<WeChatFile>();
        if (media.Count == 0 || await db.AccountAsync(stop) is not { } sealedAccount)
        {
            return files;
        }

        var account = seal.Open(sealedAccount);
        foreach (var one in media)
        {
            var got = await api.FetchMediaAsync(account, one, stop);
            if (got.Value is { } file)
            {
                files.Add(new WeChatFile(file.Content, file.Type));
            }
            else if (got.Fault is { Remedy: not Remedy.GiveUp } fault)
            {
                throw new WeChatFaultException(fault);
            }
        }

        return files;
    }
}

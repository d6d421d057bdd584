using Microsoft.EntityFrameworkCore;
using UnionHall.Messaging.WeChat.Data;
using UnionHall.Messaging.WeChat.Domain;
using UnionHall.Messaging.WeChat.Protocol;
using UnionHall.Messaging.WeChat.ReceivePush;
using UnionHall.Text;

namespace UnionHall.Messaging.WeChat.ChangeWeChatAnswer;

/// <summary>Answers words and menus from the table, follows with a greeting, and leaves nobody who wrote without an answer.</summary>
internal sealed class StoredAnswer(WeChatDb db, IEnumerable<IWeChatIntake> intakes) : IPushAnswer
{
    private const string Offer = "\n想在这里直接说，回复“诉求”。";

    public async Task<string?> AnswerAsync(Push push, WeChatFollower follower, CancellationToken stop)
    {
        var word = push.Content switch
        {
            Followed => WeChatAnswerText.ToFollowing,
            TextSent { Text: var text } => PlainText.SingleLine(text),
            MenuClicked { Item: var item } => item,
            _ => null,
        };
        if (word is null && push.Id is null)
        {
            return null;
        }

        var found = await db.Answers.AsNoTracking().Where(answer => answer.Word == word || answer.Word == WeChatAnswerText.ToAllElse).ToListAsync(stop);
        var mine = found.Find(answer => answer.Word == word) ?? (push.Id is null ? null : found.Find(answer => answer.Word == WeChatAnswerText.ToAllElse));
        return mine is null ? null : await FillAsync(mine, stop);
    }

    private async Task<string> FillAsync(WeChatAnswerText answer, CancellationToken stop)
    {
        var site = await db.Accounts.Select(account => account.SiteBase).SingleOrDefaultAsync(stop);
        var offers = intakes.Any() && answer.Word is (WeChatAnswerText.ToFollowing or WeChatAnswerText.ToAllElse);
        return answer.Words.Replace(WeChatAnswerText.Site, site, StringComparison.Ordinal) + (offers ? Offer : "");
    }
}

using Microsoft.EntityFrameworkCore;
using UnionHall.Messaging.SendMail.Data;
using UnionHall.Messaging.SendMail.Domain;
using UnionHall.Organisation;
using UnionHall.Platform;
using UnionHall.Platform.Security;

namespace UnionHall.Messaging.SendMail.ListFailedMail;

/// <summary>Has mails that were given up sent once more.</summary>
internal sealed class ResendMailHandler(MailDb db, WholeTree tree, TimeProvider clock)
{
    private const int Most = 500;
    private static readonly Refusal Gone = new("mail-gone", "这封邮件已经不在了。");

    /// <param name="mail">One of them; null for all, the oldest 500 at a time.</param>
    /// <returns>How many.</returns>
    public async Task<Result<int>> HandleAsync(Actor actor, OutgoingMailId? mail, CancellationToken stop)
    {
        if (await tree.RefusalAsync(actor, stop, "发信服务器") is { } notHis)
        {
            return notHis;
        }

        var mails = mail is { } one
            ? await db.Mails.Where(row => row.Id == one).ToListAsync(stop)
            : await db.Mails.Where(row => row.State == MailOutState.Failed && row.Content != Array.Empty<byte>()).OrderBy(row => row.Id).Take(Most).ToListAsync(stop);
        if (mail is not null && mails.Count == 0)
        {
            return Gone;
        }

        if (mails.Select(row => row.SendOnceMore(clock.GetUtcNow())).FirstOrDefault(result => !result.Succeeded)?.Refusal is { } refusal)
        {
            return refusal;
        }

        await db.SaveAsync(actor, stop);
        return mails.Count;
    }
}

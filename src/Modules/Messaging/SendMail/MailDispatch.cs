using Microsoft.EntityFrameworkCore;
using UnionHall.Messaging.Channels;
using UnionHall.Messaging.SendMail.Data;
using UnionHall.Messaging.SendMail.Domain;
using UnionHall.Messaging.SendMail.Smtp;
using UnionHall.Platform.Security;
using UnionHall.Text;

namespace UnionHall.Messaging.SendMail;

/// <summary>Hands claimed mails to the server and writes down what became of each, one by one: a crash leaves at most one in doubt.</summary>
internal sealed class MailDispatch(MailDb db, MailClaims claims, MailSeal seal, ChannelHealth health, SmtpPatience patience, TimeProvider clock)
{
    public const string Channel = "mail";
    public const string Part = "send";

    private static readonly Actor Post = Actor.Platform("发邮件");

    /// <returns>Why the last of them was not sent; null when it was.</returns>
    public async Task<SmtpFault?> SendAsync(MailServer server, IReadOnlyList<OutgoingMailId> claimed, CancellationToken stop)
    {
        var last = (SmtpFault?)null;
        await using var sender = new SmtpSender(Open(server), patience);
        foreach (var id in claimed)
        {
            db.Context.ChangeTracker.Clear();
            if (!await claims.HoldAsync(id, stop))
            {
                continue;
            }

            var mail = await db.Mails.SingleAsync(row => row.Id == id, stop);
            var content = seal.OpenContent(mail.Content);
            last = await sender.SendAsync(content, mail.At, stop);
            await NoteAsync(mail, content.To, last, stop);
            await NoteHealthAsync(last, stop);
        }

        return last;
    }

    private OpenedServer Open(MailServer server) =>
        new(server.Host, server.Port, server.Security, server.UserName, seal.OpenPassword(server.Password), server.FromAddress, server.FromName, server.Authority);

    private async Task NoteAsync(MailOut mail, string to, SmtpFault? fault, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        if (fault is { Remedy: not SmtpRemedy.Never } && mail.NextTry(now) is { } next)
        {
            await db.Mails.Where(row => row.Id == mail.Id).ExecuteUpdateAsync(
                row => row.SetProperty(one => one.DueAt, next).SetProperty(one => one.ClaimedUntil, (DateTimeOffset?)null)
                    .SetProperty(one => one.Attempts, one => one.Attempts + 1).SetProperty(one => one.Fault, fault.ToString()),
                stop);
            return;
        }

        if (fault is null)
        {
            mail.Sent(now);
        }
        else
        {
            mail.GiveUp(Masking.Mail(to), fault.Sentence, fault.ToString(), now);
        }

        await db.SaveAsync(Post, stop);
    }

    /// <summary>That one receiver cannot be reached says nothing of the connection.</summary>
    private Task NoteHealthAsync(SmtpFault? fault, CancellationToken stop) => fault is { Remedy: SmtpRemedy.Operator } or { Remedy: SmtpRemedy.Later, Answer: null }
        ? health.FailedAsync(Channel, Part, fault.ToString(), stop)
        : health.WentWellAsync(Channel, Part, stop);
}

using Microsoft.EntityFrameworkCore;
using UnionHall.Messaging.SendMail.Data;
using UnionHall.Messaging.SendMail.Domain;
using UnionHall.Platform.Jobs;

namespace UnionHall.Messaging.SendMail;

/// <summary>Forgets the words of mails a month after they were sent, three months after they were given up; the rest after a year.</summary>
internal sealed class SweepMail(MailDb db, TimeProvider clock) : IRecurringJob
{
    private static readonly TimeSpan Sent = TimeSpan.FromDays(30);
    private static readonly TimeSpan Failed = TimeSpan.FromDays(90);
    private static readonly TimeSpan Row = TimeSpan.FromDays(365);

    public string Name => "sweep-mail";

    public TimeSpan Every => TimeSpan.FromDays(1);

    public async Task RunAsync(CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var (sent, failed, row) = (now - Sent, now - Failed, now - Row);
        byte[] nothing = [];
        await db.Mails.Where(mail => mail.Content != nothing && ((mail.State == MailOutState.Sent && mail.SentAt < sent) || (mail.State == MailOutState.Failed && mail.FailedAt < failed)))
            .ExecuteUpdateAsync(change => change.SetProperty(mail => mail.Content, nothing), stop);
        await db.Mails.Where(mail => mail.State != MailOutState.Waiting && mail.At < row).ExecuteDeleteAsync(stop);
    }
}

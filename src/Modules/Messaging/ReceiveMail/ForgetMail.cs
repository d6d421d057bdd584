using Microsoft.EntityFrameworkCore;
using UnionHall.Messaging.ReceiveMail.Data;
using UnionHall.Platform.Jobs;

namespace UnionHall.Messaging.ReceiveMail;

/// <summary>Forgets the content of what was kept out or thrown away, when nobody took it back for thirty days. Its key stays: it is not stored again.</summary>
internal sealed class ForgetMail(MailDb db, TimeProvider clock) : IRecurringJob
{
    private static readonly TimeSpan Keeps = TimeSpan.FromDays(30);

    public string Name => "forget-mail";

    public TimeSpan Every => TimeSpan.FromHours(1);

    public async Task RunAsync(CancellationToken stop)
    {
        var old = clock.GetUtcNow() - Keeps;
        await db.Mails.Where(mail => (mail.State == MailState.KeptOut || mail.State == MailState.ThrownAway) && mail.SettledAt < old && mail.Content != null)
            .ExecuteUpdateAsync(row => row.SetProperty(mail => mail.Content, (byte[]?)null), stop);
    }
}

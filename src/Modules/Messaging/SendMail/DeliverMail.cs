using UnionHall.Messaging.SendMail.Data;
using UnionHall.Platform.Jobs;

namespace UnionHall.Messaging.SendMail;

/// <summary>Sends the mails that are due. While no server is set up they wait.</summary>
internal sealed class DeliverMail(MailDb db, MailClaims claims, MailDispatch dispatch) : IRecurringJob
{
    public string Name => "deliver-mail";

    public TimeSpan Every => TimeSpan.FromSeconds(5);

    public async Task RunAsync(CancellationToken stop)
    {
        if (await db.ServerAsync(stop) is not { } server)
        {
            return;
        }

        while (await claims.DueAsync(stop) is { Count: > 0 } due)
        {
            await dispatch.SendAsync(server, due, stop);
        }
    }
}

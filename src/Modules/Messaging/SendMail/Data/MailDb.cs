using Microsoft.EntityFrameworkCore;
using UnionHall.Messaging.SendMail.Domain;
using UnionHall.Platform.Data;
using UnionHall.Platform.Security;

namespace UnionHall.Messaging.SendMail.Data;

/// <summary>The tables of mail going out.</summary>
internal sealed class MailDb(AppDbContext context)
{
    public AppDbContext Context => context;

    public DbSet<MailServer> Servers => context.Set<MailServer>();

    public DbSet<MailOut> Mails => context.Set<MailOut>();

    /// <summary>The server, or null while none is set up.</summary>
    public Task<MailServer?> ServerAsync(CancellationToken stop) => Servers.SingleOrDefaultAsync(stop);

    public Task SaveAsync(Actor actor, CancellationToken stop, string? reason = null) => context.SaveAsync(actor, stop, reason);
}

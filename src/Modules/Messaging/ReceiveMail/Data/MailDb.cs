using Microsoft.EntityFrameworkCore;
using UnionHall.Messaging.ReceiveMail.Domain;
using UnionHall.Platform.Data;
using UnionHall.Platform.Security;

namespace UnionHall.Messaging.ReceiveMail.Data;

/// <summary>The tables of mail that comes in.</summary>
internal sealed class MailDb(AppDbContext context)
{
    public AppDbContext Context => context;

    public DbSet<MailBox> Boxes => context.Set<MailBox>();

    public DbSet<MailBoxReader> Readers => context.Set<MailBoxReader>();

    public DbSet<MailIn> Mails => context.Set<MailIn>();

    public DbSet<MailBoxImap> Imaps => context.Set<MailBoxImap>();

    public DbSet<MailThread> Threads => context.Set<MailThread>();

    public DbSet<MailThreadMark> Marks => context.Set<MailThreadMark>();

    public Task SaveAsync(Actor actor, CancellationToken stop, string? reason = null) => context.SaveAsync(actor, stop, reason);
}

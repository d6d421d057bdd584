using Microsoft.EntityFrameworkCore;
using UnionHall.Messaging.ReceiveMail.Domain;
using UnionHall.Platform.Data;

namespace UnionHall.Messaging.ReceiveMail.Data;

internal sealed class MailModel : IModelPart
{
    public void Configure(ModelBuilder model)
    {
        model.Entity<MailBox>(box =>
        {
            box.Ignore(row => row.Events).Ignore(row => row.IsOpen).Ignore(row => row.Summary);
            box.Property(row => row.Id).ValueGeneratedNever();
            box.Property(row => row.Version).IsRowVersion().HasColumnName("xmin").HasColumnType("xid");
            box.HasMany(row => row.Readers).WithOne().HasForeignKey(row => row.BoxId);
        });
        model.Entity<MailBoxReader>(reader => reader.HasKey(row => new { row.BoxId, row.Account }));
        model.Entity<MailBoxImap>(imap =>
        {
            imap.HasKey(row => row.BoxId);
            imap.Property(row => row.BoxId).ValueGeneratedNever();
            imap.HasOne<MailBox>().WithMany().HasForeignKey(row => row.BoxId);
        });
        model.Entity<MailThread>(thread =>
        {
            thread.Property(row => row.Id).ValueGeneratedNever();
            thread.HasOne<MailBox>().WithMany().HasForeignKey(row => row.BoxId);
        });
        model.Entity<MailThreadMark>(mark =>
        {
            mark.HasKey(row => row.Print);
            mark.Property(row => row.Print).ValueGeneratedNever();
            mark.HasOne<MailThread>().WithMany().HasForeignKey(row => row.ThreadId);
        });
        model.Entity<MailIn>(mail =>
        {
            mail.Ignore(row => row.Events);
            mail.Property(row => row.Id).ValueGeneratedNever();
            mail.Property(row => row.Version).IsRowVersion().HasColumnName("xmin").HasColumnType("xid");
            mail.Property(row => row.State).HasConversion(state => EnumWord.Of(state), word => EnumWord.Read<MailState>(word));
            mail.Property(row => row.StateBefore).HasConversion(state => EnumWord.Of(state!.Value), word => EnumWord.Read<MailState>(word));
            mail.HasOne<MailBox>().WithMany().HasForeignKey(row => row.BoxId);
        });
    }
}

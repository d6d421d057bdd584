using Microsoft.EntityFrameworkCore;
using UnionHall.Messaging.SendMail.Domain;
using UnionHall.Platform.Data;

namespace UnionHall.Messaging.SendMail.Data;

internal sealed class MailModel : IModelPart
{
    public void Configure(ModelBuilder model)
    {
        model.Entity<MailServer>(server =>
        {
            server.Property(row => row.Id).ValueGeneratedNever();
            server.Property(row => row.Security).HasConversion(security => EnumWord.Of(security), word => EnumWord.Read<MailSecurity>(word));
        });
        model.Entity<MailOut>(mail =>
        {
            mail.Ignore(row => row.Events);
            mail.Property(row => row.Id).ValueGeneratedNever();
            mail.Property(row => row.State).HasConversion(state => EnumWord.Of(state), word => EnumWord.Read<MailOutState>(word));
        });
    }
}

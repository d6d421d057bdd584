using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using UnionHall.Platform.Data;
using UnionHall.Platform.Security.Accounts;
using UnionHall.Platform.Security.Passkeys;
using UnionHall.Platform.Security.Sessions;
using UnionHall.Platform.Security.SignIn;

namespace UnionHall.Platform.Security;

internal sealed class SecurityModel : IModelPart
{
    public void Configure(ModelBuilder model)
    {
        model.Entity<Account>(account =>
        {
            account.Property(a => a.Id).ValueGeneratedNever();
            account.Ignore(a => a.Events);
            AsWord(account.Property(a => a.Kind));
            account.HasIndex(a => a.UserName).IsUnique();
        });
        model.Entity<FormerPassword>().Property(former => former.Id).ValueGeneratedNever();
        model.Entity<Passkey>().HasKey(passkey => passkey.CredentialId);
        model.Entity<Session>(session =>
        {
            session.Property(s => s.Id).ValueGeneratedNever();
            session.Ignore(s => s.Events);
            AsWord(session.Property(s => s.Way));
            session.Property(s => s.EndReason).HasConversion(reason => EnumWord.Of(reason!.Value), word => EnumWord.Read<SessionEnd>(word));
        });
        model.Entity<SignInAttempts>().HasKey(attempts => attempts.NamePrint);
    }

    private static void AsWord<TEnum>(PropertyBuilder<TEnum> property)
        where TEnum : struct, Enum =>
        property.HasConversion(value => EnumWord.Of(value), word => EnumWord.Read<TEnum>(word));
}

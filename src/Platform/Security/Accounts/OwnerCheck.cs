using Microsoft.Extensions.Options;
using UnionHall.Platform.Data;
using UnionHall.Platform.Security.SignIn;

namespace UnionHall.Platform.Security.Accounts;

/// <summary>Asks the one who is signed in for his password once more, before he changes how the account is entered.</summary>
internal sealed class OwnerCheck(AppDbContext db, Passwords passwords, SignInGuard guard, Vault vault, IOptions<SignInOptions> options)
{
    /// <summary>The refusal at the field, or null when it is his password.</summary>
    public async Task<Refusal?> CheckAsync(Account account, string password, string field, Actor actor, CancellationToken stop)
    {
        var name = $"account:{account.Id}";
        var attempt = await guard.TryAsync(name, stop);
        if (!attempt.IsAllowed)
        {
            return new Refusal("locked", $"连着输错 {options.Value.FailuresBeforeLock} 次，先停 {options.Value.LockMinutes} 分钟再试。", field);
        }

        if (!passwords.Verify(account, password))
        {
            db.Happened(new SignInRefused(account.Id, "wrong-current-password"));
            await db.SaveAsync(actor, stop);
            return new Refusal("wrong-current", "现在的密码不对，再看一眼大小写。", field);
        }

        await guard.ClearAsync(name, stop);
        return null;
    }

    /// <summary>What the owner types to sign in: no password may contain it.</summary>
    public string NameOf(Account account) => account.UserName ?? vault.Open(account.Phone!, AccountPhone.Purpose);
}

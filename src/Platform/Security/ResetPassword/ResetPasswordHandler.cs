using UnionHall.Platform.Data;
using UnionHall.Platform.Security.Accounts;
using UnionHall.Platform.Security.Sessions;
using UnionHall.Platform.Security.SignIn;

namespace UnionHall.Platform.Security.ResetPassword;

/// <summary>Gives an account a one-time password, takes off its lock and ends its sessions.</summary>
internal sealed class ResetPasswordHandler(AppDbContext db, Passwords passwords, SessionRegister sessions, SignInGuard guard)
{
    public async Task<Result<string>> HandleAsync(Actor actor, Account account, string reason, CancellationToken stop)
    {
        var oneTime = Passwords.Generate();
        var set = await passwords.SetAsync(account, oneTime, byOwner: false, account.UserName, stop);
        if (set.Refusal is { } refusal)
        {
            return refusal;
        }

        await sessions.EndAllAsync(account.Id, SessionEnd.CredentialsChanged, except: null, stop);
        await db.SaveAsync(actor, stop, reason);
        await guard.ClearAsync(account, stop);
        sessions.Forget(account.Id);
        return oneTime;
    }
}

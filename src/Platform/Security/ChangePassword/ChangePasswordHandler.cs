using UnionHall.Platform.Data;
using UnionHall.Platform.Security.Accounts;
using UnionHall.Platform.Security.Sessions;

namespace UnionHall.Platform.Security.ChangePassword;

/// <summary>Sets the owner's new password, ends every session of the account and begins a new one here.</summary>
internal sealed class ChangePasswordHandler(AppDbContext db, AccountFinder accounts, Passwords passwords, OwnerCheck owner, SessionRegister sessions, TimeProvider clock)
{
    public async Task<Result<NewSession>> HandleAsync(Actor actor, SessionState here, ChangePasswordForm form, Visit visit, CancellationToken stop)
    {
        var account = await accounts.ByIdAsync(here.Account, stop);
        if (await owner.CheckAsync(account, form.Current, nameof(form.Current), actor, stop) is { } stranger)
        {
            return stranger;
        }

        var set = await passwords.SetAsync(account, form.Password, byOwner: true, owner.NameOf(account), stop);
        if (set.Refusal is { } refusal)
        {
            return refusal;
        }

        await sessions.EndAllAsync(account.Id, SessionEnd.CredentialsChanged, except: null, stop);
        var session = Session.Start(account, SignInWay.Password, visit, clock.GetUtcNow());
        db.Add(session);
        await db.SaveAsync(actor, stop);
        sessions.Forget(account.Id);
        return new NewSession(session, account.Kind);
    }
}

using UnionHall.Platform.Data;
using UnionHall.Platform.Notices;
using UnionHall.Platform.Security.Accounts;
using UnionHall.Platform.Security.Passkeys;
using UnionHall.Platform.Security.Sessions;
using UnionHall.Platform.Security.SignIn;

namespace UnionHall.Platform.Security.ResetPassword;

/// <summary>Gives an account a one-time password, takes off its lock and its passkeys, ends its sessions, and tells its owner.</summary>
internal sealed class ResetPasswordHandler(
    AppDbContext db, AccountsInReach accounts, Passwords passwords, SessionRegister sessions, SignInGuard guard, NoticeBoard notices)
{
    public async Task<Result<string>> HandleAsync(Actor actor, Account account, string reason, CancellationToken stop)
    {
        if (await accounts.WhyNotAsync(actor, account, stop) is { } no)
        {
            return no;
        }

        if (account.IsDisabled)
        {
            return AccountRefusals.IsDisabled;
        }

        var oneTime = Passwords.Generate();
        var set = await passwords.SetAsync(account, oneTime, byOwner: false, account.UserName, stop);
        if (set.Refusal is { } refusal)
        {
            return refusal;
        }

        await sessions.EndAllAsync(account.Id, SessionEnd.CredentialsChanged, except: null, stop);
        await db.RemovePasskeysAsync(account.Id, stop);
        await notices.SendAsync(db, [account.Id], Told(account), "/account/sessions", "password-reset", stop);
        await db.SaveAsync(actor, stop, reason);
        await guard.ClearAsync(account, stop);
        sessions.Forget(account.Id);
        return oneTime;
    }

    private static string Told(Account account) =>
        "安全管理员给您的账号换了一次性密码。不是您要的，" + (account.Kind == AccountKind.Worker ? "请打 12351。" : "请马上告诉他。");
}

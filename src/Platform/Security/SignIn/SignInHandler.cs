using Microsoft.Extensions.Options;
using UnionHall.Platform.Data;
using UnionHall.Platform.Security.Accounts;
using UnionHall.Platform.Security.Sessions;

namespace UnionHall.Platform.Security.SignIn;

/// <summary>Signs in by user name or mobile number and password. No answer tells whether such an account exists.</summary>
internal sealed class SignInHandler(
    AppDbContext db, AccountFinder accounts, Passwords passwords, SignInGuard guard, SessionRegister sessions, IOptions<SignInOptions> options)
{
    private const string Field = nameof(SignInForm.Name);

    public async Task<Result<NewSession>> HandleAsync(string typedName, string password, Visit visit, CancellationToken stop)
    {
        var name = SignInName.Read(typedName);
        var attempt = await guard.TryAsync(name.Text, stop);
        var account = await accounts.ByNameAsync(name, stop);
        if (!attempt.IsAllowed)
        {
            return await RefuseAsync(account, "locked", Locked(), visit, stop);
        }

        if (!passwords.Verify(account, password))
        {
            return await RefuseWrongAsync(account, attempt, visit, stop);
        }

        await guard.ClearAsync(name.Text, stop);
        if (WhyNot(account!) is { } refusal)
        {
            return await RefuseAsync(account, refusal.Code, refusal, visit, stop);
        }

        var session = await sessions.StartAsync(account!, SignInWay.Password, visit, stop);
        await db.SaveAsync(new Actor(account!.Id, account.DisplayName, [], visit.Address), stop);
        return new NewSession(session, account.Kind);
    }

    private Refusal? WhyNot(Account account) =>
        account.IsDisabled ? new Refusal("disabled", $"这个账号已经停用。要接着用，{Ask(account)}。")
        : passwords.IsExpired(account) ? new Refusal("expired-password", $"一次性密码只能用 {options.Value.OneTimePasswordDays} 天，已经过期。要再要一个，{Ask(account)}。")
        : null;

    private static string Ask(Account account) => account.Kind == AccountKind.Worker ? "请打 12351" : "请找本单位的账号管理员";

    private async Task<Refusal> RefuseWrongAsync(Account? account, SignInGuard.Attempt attempt, Visit visit, CancellationToken stop)
    {
        if (!attempt.LocksNow)
        {
            return await RefuseAsync(account, "wrong", new Refusal("wrong", "账号或密码不对，再看一眼大小写。", Field), visit, stop);
        }

        db.Happened(new SignInLocked(account?.Id, attempt.LockedUntil!.Value));
        return await RefuseAsync(account, "wrong", Locked(), visit, stop);
    }

    private Refusal Locked() => new(
        "locked",
        $"连着输错 {options.Value.FailuresBeforeLock} 次，为了您的账号安全先锁住，过 {options.Value.LockMinutes} 分钟再来。忘了密码：工作人员找本单位账号管理员，职工拨 12351。",
        Field);

    private async Task<Refusal> RefuseAsync(Account? account, string why, Refusal refusal, Visit visit, CancellationToken stop)
    {
        db.Happened(new SignInRefused(account?.Id, why));
        await db.SaveAsync(Actor.Visitor(visit.Address), stop);
        return refusal;
    }
}

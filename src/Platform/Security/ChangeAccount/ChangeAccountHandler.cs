using UnionHall.Platform.Data;
using UnionHall.Platform.Security.Accounts;
using UnionHall.Platform.Security.Sessions;
using UnionHall.Platform.Security.SignIn;

namespace UnionHall.Platform.Security.ChangeAccount;

/// <summary>What an administrator does to someone else's account, each with its reason on the record.</summary>
internal sealed class ChangeAccountHandler(AppDbContext db, AccountsInReach accounts, SessionRegister sessions, SignInGuard guard, TimeProvider clock)
{
    public Task<Result> DisableAsync(Actor actor, AccountId id, string reason, CancellationToken stop) =>
        ChangeAsync(actor, id, reason, account => DisableAsync(account, stop), stop);

    public Task<Result> EnableAsync(Actor actor, AccountId id, string reason, CancellationToken stop) =>
        ChangeAsync(actor, id, reason, account => Task.FromResult(account.Enable()), stop);

    /// <summary>Takes the lock after failed attempts off before its time.</summary>
    public async Task<Result> UnlockAsync(Actor actor, AccountId id, string reason, CancellationToken stop)
    {
        Account? locked = null;
        var result = await ChangeAsync(actor, id, reason, account => NoteUnlockAsync(locked = account, stop), stop);
        if (result.Succeeded)
        {
            await guard.ClearAsync(locked!, stop);
        }

        return result;
    }

    public Task<Result> EndSessionsAsync(Actor actor, AccountId id, string reason, CancellationToken stop) =>
        ChangeAsync(actor, id, reason, account => EndAllAsync(account, stop), stop);

    private async Task<Result> ChangeAsync(Actor actor, AccountId id, string reason, Func<Account, Task<Result>> change, CancellationToken stop)
    {
        if (await accounts.FindAsync(actor, id, stop) is not { } account)
        {
            return AccountRefusals.Missing;
        }

        if (await accounts.WhyNotAsync(actor, account, stop) is { } refusal)
        {
            return refusal;
        }

        var result = await change(account);
        if (result.Succeeded)
        {
            await db.SaveAsync(actor, stop, reason);
            sessions.Forget(id);
        }

        return result;
    }

    private async Task<Result> DisableAsync(Account account, CancellationToken stop)
    {
        var disabled = account.Disable(clock.GetUtcNow());
        if (disabled.Succeeded)
        {
            await sessions.EndAllAsync(account.Id, SessionEnd.AccountDisabled, except: null, stop);
        }

        return disabled;
    }

    private async Task<Result> NoteUnlockAsync(Account account, CancellationToken stop)
    {
        if (await guard.LockedUntilAsync(account, stop) is null)
        {
            return AccountRefusals.NotLocked;
        }

        db.Happened(new AccountUnlocked(account.Id));
        return Result.Done;
    }

    private async Task<Result> EndAllAsync(Account account, CancellationToken stop)
    {
        if ((await sessions.OpenAsync(account.Id, account.Kind, stop)).Count == 0)
        {
            return AccountRefusals.NoSession;
        }

        await sessions.EndAllAsync(account.Id, SessionEnd.EndedByAdministrator, except: null, stop);
        return Result.Done;
    }
}

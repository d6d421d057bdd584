using UnionHall.Platform.Data;
using UnionHall.Platform.Security.Accounts;
using UnionHall.Platform.Security.Passkeys;
using UnionHall.Platform.Security.Sessions;

namespace UnionHall.Platform.Security.CloseAccount;

/// <summary>注销: ends a worker's account for good and frees its number.</summary>
internal sealed class CloseAccountHandler(AppDbContext db, AccountsInReach accounts, SessionRegister sessions, TimeProvider clock)
{
    public async Task<Result> HandleAsync(Actor actor, AccountId id, string reason, CancellationToken stop)
    {
        if (await accounts.FindAsync(actor, id, stop) is not { } account)
        {
            return AccountRefusals.Missing;
        }

        if (await accounts.WhyNotAsync(actor, account, stop) is { } refusal)
        {
            return refusal;
        }

        var closed = account.Close(clock.GetUtcNow());
        if (closed.Succeeded)
        {
            await db.RemovePasskeysAsync(id, stop);
            await sessions.EndAllAsync(id, SessionEnd.AccountDisabled, except: null, stop);
            await db.SaveAsync(actor, stop, reason);
            sessions.Forget(id);
        }

        return closed;
    }
}

using Microsoft.EntityFrameworkCore;
using UnionHall.Platform.Data;
using UnionHall.Platform.Security.Sessions;

namespace UnionHall.Platform.Security.ListSessions;

/// <summary>Ends sessions of the one who asks.</summary>
internal sealed class EndSessionHandler(AppDbContext db, SessionRegister sessions, SessionCache cache, TimeProvider clock)
{
    /// <summary>False when it had ended before, or is not his.</summary>
    public async Task<bool> OneAsync(Actor actor, AccountId owner, Guid id, CancellationToken stop)
    {
        var session = await db.Set<Session>().SingleOrDefaultAsync(row => row.Id == id && row.Account == owner && row.EndedAt == null, stop);
        if (session is null)
        {
            return false;
        }

        session.End(SessionEnd.EndedByOwner, clock.GetUtcNow());
        await db.SaveAsync(actor, stop);
        cache.Forget(id);
        return true;
    }

    public async Task OthersAsync(Actor actor, AccountId owner, Guid here, CancellationToken stop)
    {
        await sessions.EndAllAsync(owner, SessionEnd.EndedByOwner, except: here, stop);
        await db.SaveAsync(actor, stop);
        cache.ForgetAccount(owner);
    }
}

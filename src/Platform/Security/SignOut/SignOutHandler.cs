using Microsoft.EntityFrameworkCore;
using UnionHall.Platform.Data;
using UnionHall.Platform.Security.Sessions;

namespace UnionHall.Platform.Security.SignOut;

internal sealed class SignOutHandler(AppDbContext db, SessionCache cache, TimeProvider clock)
{
    public async Task HandleAsync(Actor actor, Guid sessionId, CancellationToken stop)
    {
        var session = await db.Set<Session>().SingleAsync(candidate => candidate.Id == sessionId, stop);
        session.End(SessionEnd.SignedOut, clock.GetUtcNow());
        await db.SaveAsync(actor, stop);
        cache.Forget(sessionId);
    }
}

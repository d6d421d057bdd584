using Microsoft.EntityFrameworkCore;
using UnionHall.Platform.Security;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.Data;

/// <summary>
/// The one place that decides which requests an actor may see: those in reach of a post that reads requests, but none that is about him.
/// Lists, counts, searches, exports and files all come through here; no post, no rows.
/// </summary>
internal sealed class Scope(RequestsDb db)
{
    /// <summary>The reach rows of the actor's posts. A request seen from two posts comes twice; keys are distinct per post.</summary>
    public IQueryable<RequestReach> Reach(Actor actor, Permission permission = Permission.ReadRequests)
    {
        var (whole, only) = Units(actor, permission);
        var reached = only.Length == 0
            ? db.Reach.Where(reach => whole.Contains(reach.UnitId))
            : db.Reach.Where(reach => whole.Contains(reach.UnitId) || (only.Contains(reach.UnitId) && reach.Direct));
        return actor.Account is { } account ? reached.Where(reach => !db.Accused.Any(one => one.Account == account && one.RequestId == reach.RequestId)) : reached;
    }

    /// <summary>The requests that are about this person, for hand-written SQL: whatever his posts reach, these he does not see.</summary>
    public async Task<Guid[]> HiddenAsync(Actor actor, CancellationToken stop) => actor.Account is { } account
        ? [.. (await db.Accused.AsNoTracking().Where(one => one.Account == account).Select(one => one.RequestId).Distinct().ToListAsync(stop)).Select(request => request.Value)]
        : [];

    /// <summary>Requests in scope.</summary>
    public IQueryable<Request> Requests(Actor actor, Permission permission = Permission.ReadRequests)
    {
        var reach = Reach(actor, permission);
        return db.Requests.Where(request => reach.Any(row => row.RequestId == request.Id));
    }

    public Task<bool> ReachesAsync(Actor actor, RequestId request, CancellationToken stop, Permission permission = Permission.ReadRequests) =>
        Reach(actor, permission).AnyAsync(row => row.RequestId == request, stop);

    /// <summary>The posts through which the request is reached, those at a unit that has or had it first.</summary>
    public async Task<IReadOnlyList<Grant>> ReachingAsync(Actor actor, RequestId request, Permission permission, CancellationToken stop)
    {
        var units = await Reach(actor, permission).Where(row => row.RequestId == request).Select(row => new { row.UnitId, row.Direct }).ToListAsync(stop);
        return [.. actor.Where(permission).Where(grant => units.Exists(row => row.UnitId == grant.Unit && (row.Direct || grant.WholeSubtree)))
            .OrderByDescending(grant => units.Exists(row => row.UnitId == grant.Unit && row.Direct))];
    }

    /// <summary>The units of the actor's posts, for hand-written SQL: those reached with all below, and those reached alone.</summary>
    public static (UnitId[] Whole, UnitId[] Only) Units(Actor actor, Permission permission)
    {
        var grants = actor.Where(permission).ToList();
        UnitId[] whole = [.. grants.Where(grant => grant.WholeSubtree).Select(grant => grant.Unit).Distinct()];
        return (whole, [.. grants.Where(grant => !grant.WholeSubtree).Select(grant => grant.Unit).Except(whole).Distinct()]);
    }
}

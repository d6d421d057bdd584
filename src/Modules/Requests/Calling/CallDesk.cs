using Microsoft.EntityFrameworkCore;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.Calling;

/// <summary>Which follow-ups a caller sees, and which he may not make: never of what he handled himself.</summary>
internal sealed class CallDesk(RequestsDb db, Scope scope)
{
    // These were written by callers, or by somebody who only looked.
    private static readonly TimelineKind[] NotHandling = [TimelineKind.Reworked, TimelineKind.IdentityOpened, TimelineKind.IdentityAsked];

    /// <summary>In scope or not at all; with the request and its orders, to be changed.</summary>
    public async Task<(FollowUp FollowUp, Request Request)?> FindAsync(Actor actor, Guid id, CancellationToken stop)
    {
        if (await db.FollowUps.SingleOrDefaultAsync(row => row.Id == id, stop) is not { } followUp
            || !await scope.ReachesAsync(actor, followUp.RequestId, stop, Permission.CallFollowUps))
        {
            return null;
        }

        return (followUp, await db.Requests.Include(row => row.Orders).SingleAsync(row => row.Id == followUp.RequestId, stop));
    }

    /// <summary>Why this person may not call; null: he may.</summary>
    public async Task<Refusal?> RefusalAsync(Actor actor, Request request, CancellationToken stop)
    {
        if (actor.Account is not { } account)
        {
            return FollowUpRefusals.NotFound;
        }

        var handled = request.Assignee == account || request.RegisteredBy == account
            || await db.Timeline.AnyAsync(entry => entry.RequestId == request.Id && entry.Account == account && !NotHandling.Contains(entry.Kind), stop);
        return handled ? FollowUpRefusals.Handled
            : actor.Where(Permission.HandleRequests).Any(grant => request.Orders.Any(order => order.UnitId == grant.Unit)) ? FollowUpRefusals.OfTheUnit
            : null;
    }

    public async Task<Result> SaveAsync(Actor actor, CancellationToken stop)
    {
        try
        {
            await db.SaveAsync(actor, stop);
            return Result.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.Context.ChangeTracker.Clear();
            return FollowUpRefusals.Collided;
        }
    }
}

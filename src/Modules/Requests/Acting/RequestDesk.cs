using Microsoft.EntityFrameworkCore;
using Npgsql;
using UnionHall.Organisation;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Checks;
using UnionHall.Requests.Clocks;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;
using UnionHall.Requests.Settings;

namespace UnionHall.Requests.Acting;

/// <summary>
/// What every act of the desk does around the entity's verb: find the request in scope, ask whether this person may act
/// where it is now, and save without overwriting what somebody else did meanwhile.
/// </summary>
internal sealed class RequestDesk(RequestsDb db, Scope scope, UnitDirectory units, ClockDesk clocks, RequestSettings settings, CheckBook checks)
{
    private static readonly Actor Problems = Actor.Platform("问题工单");

    /// <summary>Runs an act. Refuses with <see cref="DeskRefusals.NotFound"/> when there is no such request for this actor.</summary>
    /// <param name="seen">The version the actor looked at; null where nothing depends on it.</param>
    /// <param name="verb">Changes the request; may add rows beside it.</param>
    /// <param name="where">Whose permission counts, where it is not the unit that has the request; null for an order that is not there.</param>
    public async Task<Result> ActAsync(
        Act act, Actor actor, string reference, uint? seen, Func<Request, Task<Result>> verb, CancellationToken stop, Func<Request, UnitId?>? where = null)
    {
        if (await FindAsync(actor, reference, stop) is not { } request)
        {
            return DeskRefusals.NotFound;
        }

        if ((where is null ? request.CurrentUnit : where(request)) is not { } unit)
        {
            return DeskRefusals.NotFound;
        }

        if (await RefusalAsync(act, actor, request, unit, stop) is { } refusal)
        {
            return refusal;
        }

        if (seen is { } version && version != request.Version)
        {
            return DeskRefusals.Collided;
        }

        if (await checks.RefusalAsync(act, request, stop) is { } open)
        {
            return Forget(open);
        }

        // An answer ends a pause; what stood still until then counts.
        if (act is Act.Reply or Act.ApproveReply or Act.Decline or Act.Close && request.PausedAt is not null)
        {
            request.Resume(null, await clocks.CalendarAsync(stop), actor, clocks.Now);
        }

        var result = await verb(request);
        if (!result.Succeeded)
        {
            return Forget(result);
        }

        request.MarkProblem((await settings.InForceAsync(stop)).Hops.Problem, Problems, clocks.Now);
        return await SaveAsync(actor, stop);
    }

    /// <summary>The request, to be changed; null when it does not exist or is not in the actor's scope.</summary>
    public async Task<Request?> FindAsync(Actor actor, string reference, CancellationToken stop)
    {
        var request = Reference.Parse(reference) is { } number ? await db.FindAsync(number, stop) : null;
        return request is not null && await scope.ReachesAsync(actor, request.Id, stop) ? request : null;
    }

    public async Task<Result> SaveAsync(Actor actor, CancellationToken stop, string? reason = null)
    {
        try
        {
            await db.SaveAsync(actor, stop, reason);
            return Result.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Forget(DeskRefusals.Collided);
        }
        catch (DbUpdateException problem) when (problem.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            // Somebody did the same at this very moment, such as a second ask of a clock.
            return Forget(DeskRefusals.Collided);
        }
    }

    private async Task<Refusal?> RefusalAsync(Act act, Actor actor, Request request, UnitId unit, CancellationToken stop)
    {
        var lineage = await units.LineageAsync(unit, stop);
        if (!actor.MayDo(act, request.State, unit, [.. lineage.Select(above => above.UnitId)]))
        {
            return Domain.Refusals.NotHere;
        }

        return request.InDispute && act is not (Act.Note or Act.Tick or Act.Assign or Act.DecideClock or Act.Chase or Act.Supervise or Act.Escalate or Act.Side or Act.AssessAbove) && await AnsweredByAsync(request.Id, actor, stop)
            ? DeskRefusals.OwnReply
            : null;
    }

    /// <summary>Who gave the disputed answer, or let it go out, does not decide over it.</summary>
    private async Task<bool> AnsweredByAsync(RequestId request, Actor actor, CancellationToken stop)
    {
        var last = await db.Timeline.AsNoTracking()
            .Where(entry => entry.RequestId == request && (entry.Kind == TimelineKind.Replied || entry.Kind == TimelineKind.ReplyApproved))
            .OrderByDescending(entry => entry.Id).Select(entry => new { entry.Kind, entry.Account }).Take(2).ToListAsync(stop);
        return actor.Account is { } account && (last.FirstOrDefault()?.Account == account || (last is [{ Kind: TimelineKind.ReplyApproved }, { } reply] && reply.Account == account));
    }

    private Result Forget(Result refused)
    {
        db.Context.ChangeTracker.Clear();
        return refused;
    }
}

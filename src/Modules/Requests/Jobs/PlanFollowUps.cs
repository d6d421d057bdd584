using Microsoft.EntityFrameworkCore;
using Npgsql;
using UnionHall.Platform.Jobs;
using UnionHall.Platform.Security;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;
using UnionHall.Requests.Sampling;

namespace UnionHall.Requests.Jobs;

/// <summary>A request ended: is its worker asked how it was? Each round once; what of an earlier round is still open falls away.</summary>
internal sealed class PlanFollowUps(RequestsDb db, FollowUpDraw draw, TimeProvider clock) : IEventHandler<RequestClosed>
{
    private static readonly Actor Platform = Actor.Platform("回访抽样");

    public async Task HandleAsync(RequestClosed happened, CancellationToken stop)
    {
        if (happened.Outcome is Outcome.Declined or Outcome.Withdrawn || await db.FindAsync(happened.Reference, stop) is not { ClosedAt: { } closed, Source: null, IsInBox: false } request)
        {
            return;
        }

        var earlier = await db.FollowUps.Where(row => row.RequestId == request.Id).ToListAsync(stop);
        if (earlier.Exists(row => row.Round == request.Round))
        {
            return;
        }

        earlier.ForEach(row => row.Drop(Platform, clock.GetUtcNow()));
        var word = await db.WorkerWords.AsNoTracking().SingleOrDefaultAsync(row => row.RequestId == request.Id && row.Round == request.Round, stop);
        if (await draw.DrawAsync(request, ReasonOf(request, word), closed, stop) is { } planned)
        {
            db.FollowUps.Add(planned);
        }

        await SaveAsync(stop);
    }

    private static FollowUpReason ReasonOf(Request request, WorkerWord? word) => request switch
    {
        _ when request.Reworks > 0 => FollowUpReason.Reworked,
        _ when request.Disputes > 0 || word?.Solved is HeardSolved.Unsolved or HeardSolved.Partly => FollowUpReason.Disputed,
        { Rating: Rating.Dissatisfied } => FollowUpReason.LowRated,
        { Outcome: Outcome.Silent } => FollowUpReason.Silent,
        _ => FollowUpReason.Confirmed,
    };

    private async Task SaveAsync(CancellationToken stop)
    {
        try
        {
            await db.SaveAsync(Platform, stop);
        }
        catch (DbUpdateException problem) when (problem.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            // Another run of this job planned it at the same moment.
            db.Context.ChangeTracker.Clear();
        }
    }
}

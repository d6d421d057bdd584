using Microsoft.EntityFrameworkCore;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.OpenRequest;

/// <summary>What the worker and the follow-up said of each round that has ended, for the case page.</summary>
internal sealed class WitnessQuery(RequestsDb db)
{
    public async Task<Witnesses> OfAsync(CaseView seen, CancellationToken stop)
    {
        if (seen.Row.FirstReplyAt is null)
        {
            return Witnesses.None;
        }

        var id = seen.Row.Id;
        return new Witnesses(
            await db.WorkerWords.AsNoTracking().Where(row => row.RequestId == id).OrderByDescending(row => row.Round).FirstOrDefaultAsync(stop),
            await db.FollowUps.AsNoTracking().Where(row => row.RequestId == id).OrderByDescending(row => row.Round).FirstOrDefaultAsync(stop),
            await db.Reviews.AsNoTracking().Where(row => row.RequestId == id).OrderByDescending(row => row.Id).FirstOrDefaultAsync(stop));
    }
}

/// <summary>The latest of each; the handler's own answer stands in the timeline.</summary>
internal sealed record Witnesses(WorkerWord? Word, FollowUp? FollowUp, ScoringReview? Review)
{
    public static readonly Witnesses None = new(null, null, null);
}

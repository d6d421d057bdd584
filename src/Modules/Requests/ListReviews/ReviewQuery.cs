using Microsoft.EntityFrameworkCore;
using UnionHall.Organisation;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Data;
using UnionHall.Requests.DecideReview;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.ListReviews;

/// <summary>Reviews in scope of those who decide.</summary>
internal sealed class ReviewQuery(RequestsDb db, Scope scope, UnitDirectory units, DecideReviewHandler decides, TimeProvider clock)
{
    private const int Most = 100;

    public async Task<IReadOnlyList<ReviewRow>> ListAsync(Actor actor, bool decided, CancellationToken stop)
    {
        var reach = scope.Reach(actor, Permission.SuperviseRequests);
        var all = db.Reviews.AsNoTracking().Where(row => reach.Any(one => one.RequestId == row.RequestId));
        var rows = decided
            ? all.Where(row => row.DecidedAt != null).OrderByDescending(row => row.DecidedAt).Take(Most)
            : all.Where(row => row.DecidedAt == null).OrderBy(row => row.AskedAt).Take(Most);
        var found = await (from row in rows join request in db.Requests on row.RequestId equals request.Id select new { row, request.Reference, request.Title }).ToListAsync(stop);
        var names = await units.NamesAsync(found.Select(one => one.row.UnitId), stop);
        var list = found.ConvertAll(one => new ReviewRow(one.row, one.Reference, one.Title, names.GetValueOrDefault(one.row.UnitId, "原单位")));
        return decided ? [.. list.OrderByDescending(one => one.Review.DecidedAt)] : [.. list.OrderBy(one => one.Review.AskedAt)];
    }

    public async Task<ReviewView?> FindAsync(Actor actor, Guid id, CancellationToken stop)
    {
        if (await db.Reviews.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, stop) is not { } review
            || !await scope.ReachesAsync(actor, review.RequestId, stop, Permission.SuperviseRequests))
        {
            return null;
        }

        var request = await db.Requests.AsNoTracking().Where(row => row.Id == review.RequestId).Select(row => new { row.Reference, row.Title }).SingleAsync(stop);
        return new ReviewView(
            new ReviewRow(review, request.Reference, request.Title, (await units.FindAsync(review.UnitId, stop))?.Name ?? "原单位"),
            await db.FollowUps.AsNoTracking().SingleOrDefaultAsync(row => row.RequestId == review.RequestId && row.Round == review.Round, stop),
            await db.Files.CountAsync(file => file.EntryId == review.EntryId, stop),
            review.AskedBy == actor.Account ? ReviewRefusals.Own : await decides.IsAboveAsync(actor, review.UnitId, stop) ? null : ReviewRefusals.NotAbove,
            clock.GetUtcNow());
    }
}

internal sealed record ReviewRow(ScoringReview Review, string Reference, string Title, string Unit);

internal sealed record ReviewView(ReviewRow Row, FollowUp? FollowUp, int Files, Refusal? CannotDecide, DateTimeOffset Now);

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
    internal const int Most = 100;

    public async Task<ReviewPage> ListAsync(Actor actor, bool decided, TimeCursor? after, CancellationToken stop)
    {
        var reach = scope.Reach(actor, Permission.SuperviseRequests);
        var (at, id, isFirst) = (after?.At ?? default, after?.Id ?? default, after is null);
        var all = db.Reviews.AsNoTracking().Where(row => reach.Any(one => one.RequestId == row.RequestId));
        var rows = decided
            ? all.Where(row => row.DecidedAt != null && (isFirst || row.DecidedAt < at || (row.DecidedAt == at && row.Id < id))).OrderByDescending(row => row.DecidedAt).ThenByDescending(row => row.Id)
            : all.Where(row => row.DecidedAt == null && (isFirst || row.AskedAt > at || (row.AskedAt == at && row.Id > id))).OrderBy(row => row.AskedAt).ThenBy(row => row.Id);
        var found = await (from row in rows.Take(Most + 1) join request in db.Requests on row.RequestId equals request.Id select new { row, request.Reference, request.Title }).ToListAsync(stop);
        var names = await units.NamesAsync(found.Select(one => one.row.UnitId), stop);
        var list = found.Select(one => new ReviewRow(one.row, one.Reference, one.Title, names.GetValueOrDefault(one.row.UnitId, "原单位")));
        var sorted = decided ? list.OrderByDescending(one => one.Review.DecidedAt).ThenByDescending(one => one.Review.Id) : list.OrderBy(one => one.Review.AskedAt).ThenBy(one => one.Review.Id);
        List<ReviewRow> page = [.. sorted.Take(Most)];
        return new ReviewPage(page, found.Count > Most ? new TimeCursor(page[^1].Review.DecidedAt ?? page[^1].Review.AskedAt, page[^1].Review.Id) : null);
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

internal sealed record ReviewPage(IReadOnlyList<ReviewRow> Rows, TimeCursor? Next);

internal sealed record ReviewView(ReviewRow Row, FollowUp? FollowUp, int Files, Refusal? CannotDecide, DateTimeOffset Now);

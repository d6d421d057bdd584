using Microsoft.EntityFrameworkCore;
using UnionHall.Requests.Calling;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.SayFeedback;

/// <summary>Until when the worker may say how it ended: some days after the end, a number of the administrator.</summary>
internal sealed class FeedbackWindow(RequestsDb db, TimeProvider clock)
{
    public async Task<DateTimeOffset> EndAsync(DateTimeOffset closedAt, CancellationToken stop) =>
        closedAt.AddDays((await FollowUpNumbers.OfAsync(db, closedAt, stop)).FeedbackDays);

    /// <summary>Where it is handled under another, that one's answer and end count.</summary>
    public async Task<bool> IsOpenAsync(Request request, CancellationToken stop)
    {
        if (request.HeadId is { } head)
        {
            var now = await db.Requests.AsNoTracking().Where(row => row.Id == head).Select(row => new { row.State, row.ClosedAt }).SingleAsync(stop);
            return now.State == RequestState.Replied || (now is { State: RequestState.Closed, ClosedAt: { } ended } && clock.GetUtcNow() <= await EndAsync(ended, stop));
        }

        return request is { State: RequestState.Closed, ClosedAt: { } closed } && clock.GetUtcNow() <= await EndAsync(closed, stop);
    }
}

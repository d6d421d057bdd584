using UnionHall.Requests.Calling;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.SayFeedback;

/// <summary>Until when the worker may say how it ended: some days after the end, a number of the administrator.</summary>
internal sealed class FeedbackWindow(RequestsDb db, TimeProvider clock)
{
    public async Task<DateTimeOffset> EndAsync(DateTimeOffset closedAt, CancellationToken stop) =>
        closedAt.AddDays((await FollowUpNumbers.OfAsync(db, closedAt, stop)).FeedbackDays);

    public async Task<bool> IsOpenAsync(Request request, CancellationToken stop) =>
        request is { State: RequestState.Closed, ClosedAt: { } closed } && clock.GetUtcNow() <= await EndAsync(closed, stop);
}

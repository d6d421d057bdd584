using Microsoft.EntityFrameworkCore;
using UnionHall.Platform.Jobs;
using UnionHall.Platform.Security;
using UnionHall.Requests.Data;

namespace UnionHall.Requests.Jobs;

/// <summary>Takes what was asked of a clock off the board when the request was answered or ended before anybody decided.</summary>
internal sealed class LapseAsks(RequestsDb db, TimeProvider clock) : IEventHandler<RequestReplied>, IEventHandler<RequestClosed>
{
    private static readonly Actor Platform = Actor.Platform("时限");

    public Task HandleAsync(RequestReplied happened, CancellationToken stop) => LapseAsync(happened.Request, stop);

    public Task HandleAsync(RequestClosed happened, CancellationToken stop) => LapseAsync(happened.Request, stop);

    private async Task LapseAsync(RequestId id, CancellationToken stop)
    {
        var request = await db.Requests.AsNoTracking().SingleAsync(row => row.Id == id, stop);
        var open = await db.ClockAsks.SingleOrDefaultAsync(ask => ask.RequestId == id && ask.DecidedAt == null, stop);
        if (open is not null && (!request.IsOpen || request.RepliedAt > open.AskedAt))
        {
            open.Lapse(Platform, clock.GetUtcNow());
            await db.SaveAsync(Platform, stop);
        }
    }
}

using Microsoft.EntityFrameworkCore;
using UnionHall.Platform.Jobs;
using UnionHall.Platform.Security;
using UnionHall.Requests.Data;

namespace UnionHall.Requests.Jobs;

/// <summary>Once a report has ended nobody need know who made it: what was asked and not decided falls away.</summary>
internal sealed class LapseIdentityAsks(RequestsDb db, TimeProvider clock) : IEventHandler<RequestClosed>
{
    private static readonly Actor Platform = Actor.Platform("看身份的申请");

    public async Task HandleAsync(RequestClosed happened, CancellationToken stop)
    {
        if (await db.Requests.AnyAsync(row => row.Id == happened.Request && row.ClosedAt == null, stop))
        {
            return;
        }

        var open = await db.IdentityAsks.Where(ask => ask.RequestId == happened.Request && ask.DecidedAt == null).ToListAsync(stop);
        open.ForEach(ask => ask.GiveUp(happened.Reference, "这件已经了结", clock.GetUtcNow()));
        if (open.Count > 0)
        {
            await db.SaveAsync(Platform, stop);
        }
    }
}

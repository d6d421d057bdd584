using Microsoft.EntityFrameworkCore;
using UnionHall.Platform.Security;
using UnionHall.Requests.Data;

namespace UnionHall.Requests.TrackRequest;

/// <summary>Whose request is it: this browser's, opened by passphrase, or the signed-in worker's own. Pages and files of workers ask here.</summary>
internal sealed class TrackedRequests(RequestsDb db, TrackingPass pass)
{
    public async Task<bool> MayFollowAsync(RequestId request, Actor actor, CancellationToken stop) =>
        pass.Holds(request)
        || (actor.Account is { } account && await db.Requesters.AnyAsync(row => row.RequestId == request && row.Account == account, stop));

    /// <summary>True when a request of his is handled under it.</summary>
    public async Task<bool> MayFollowUnderAsync(RequestId head, Actor actor, CancellationToken stop)
    {
        foreach (var joined in await db.Requests.Where(row => row.HeadId == head).Select(row => row.Id).ToListAsync(stop))
        {
            if (await MayFollowAsync(joined, actor, stop))
            {
                return true;
            }
        }

        return false;
    }
}

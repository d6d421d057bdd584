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
}

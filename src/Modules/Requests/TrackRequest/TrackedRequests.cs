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

    /// <summary>True when a request of his is handled under it. One question, however many are.</summary>
    public Task<bool> MayFollowUnderAsync(RequestId head, Actor actor, CancellationToken stop)
    {
        var (held, account) = (pass.All(), actor.Account);
        return db.Requests.AnyAsync(
            row => row.HeadId == head && (held.Contains(row.Id) || (account != null && db.Requesters.Any(person => person.RequestId == row.Id && person.Account == account))), stop);
    }
}

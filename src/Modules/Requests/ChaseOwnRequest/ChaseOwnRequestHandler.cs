using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Following;
using UnionHall.Requests.Settings;

namespace UnionHall.Requests.ChaseOwnRequest;

/// <summary>The worker asks for haste, once in so many hours.</summary>
internal sealed class ChaseOwnRequestHandler(WorkerDesk desk, RequestSettings settings, TimeProvider clock)
{
    public async Task<Result> HandleAsync(Actor actor, string reference, CancellationToken stop)
    {
        var hours = (await settings.InForceAsync(stop)).Hops.ChaseHours;
        return await desk.ActAsync(actor, reference, (request, worker) => Task.FromResult(request.WorkerChase(hours, worker, clock.GetUtcNow())), stop);
    }
}

using Microsoft.EntityFrameworkCore;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Collectives;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;
using UnionHall.Requests.Following;
using UnionHall.Requests.Settings;

namespace UnionHall.Requests.RepresentOthers;

/// <summary>我愿意当代表: a participant says that he speaks for the others, while there is room; or that he does so no more.</summary>
internal sealed class RepresentOthersHandler(WorkerDesk desk, CollectiveDesk collectives, RequestsDb db, RequestSettings settings, TimeProvider clock)
{
    private static readonly Actor Himself = Actor.Platform("本人");

    public Task<Result> HandleAsync(Actor actor, string reference, CancellationToken stop) =>
        desk.ActAsync(actor, reference, (request, _) => RepresentAsync(request, stop), stop);

    public Task<Result> StepDownAsync(Actor actor, string reference, CancellationToken stop) =>
        desk.ActAsync(actor, reference, (request, _) => StepDownAsync(request, stop), stop);

    /// <summary>Speaks for the others now.</summary>
    public Task<bool> IsRepresentativeAsync(RequestId request, CancellationToken stop) =>
        db.Participants.AsNoTracking().AnyAsync(one => one.RequestId == request && one.RepresentsSince != null, stop);

    private async Task<Result> StepDownAsync(Request request, CancellationToken stop)
    {
        var head = await HeadAsync(request, stop);
        return head.StepDown(await collectives.OfAsync(head.Id, stop), request.Id, Himself, clock.GetUtcNow());
    }

    private async Task<Request> HeadAsync(Request request, CancellationToken stop) =>
        request.HeadId is { } key ? await db.Requests.Include(row => row.Orders).SingleAsync(row => row.Id == key, stop) : request;

    private async Task<Result> RepresentAsync(Request request, CancellationToken stop)
    {
        var head = await HeadAsync(request, stop);
        var all = await collectives.OfAsync(head.Id, stop);
        var chosen = all.Where(one => one.RepresentsSince is not null).Select(one => one.RequestId).Append(request.Id).ToHashSet();
        var most = (await settings.InForceAsync(stop)).Same.RepresentativesMost;
        return all.Exists(one => one.RequestId == request.Id) ? head.NameRepresentatives(all, chosen, most, Himself, clock.GetUtcNow()) : MergeRefusals.NotCollective;
    }
}

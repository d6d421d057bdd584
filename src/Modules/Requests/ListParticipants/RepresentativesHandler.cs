using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Acting;
using UnionHall.Requests.Collectives;
using UnionHall.Requests.Domain;
using UnionHall.Requests.Settings;

namespace UnionHall.Requests.ListParticipants;

/// <summary>The unit that has a collective matter names who speaks for the workers, and lets more of them join.</summary>
internal sealed class RepresentativesHandler(RequestDesk desk, CollectiveDesk collectives, JoinLinks links, RequestSettings settings, TimeProvider clock)
{
    public Task<Result> NameAsync(Actor actor, string reference, RepresentativesForm form, CancellationToken stop) =>
        desk.ActAsync(Act.Contact, actor, reference, null, request => NameAsync(request, form, actor, stop), stop);

    public Task<Result> LinkAsync(Actor actor, string reference, CancellationToken stop) => desk.ActAsync(Act.Contact, actor, reference, null, request => LinkAsync(request, actor, stop), stop);

    public Task<Result> StopLinkAsync(Actor actor, string reference, CancellationToken stop) => desk.ActAsync(Act.Contact, actor, reference, null, request => StopLinkAsync(request, stop), stop);

    private async Task<Result> StopLinkAsync(Request request, CancellationToken stop)
    {
        await links.StopAsync(request, stop);
        return Result.Done;
    }

    private async Task<Result> NameAsync(Request request, RepresentativesForm form, Actor actor, CancellationToken stop)
    {
        var all = await collectives.OfAsync(request.Id, stop);
        var chosen = form.Chosen.Select(key => Guid.TryParse(key, out var id) ? id : Guid.Empty).ToHashSet();
        var most = (await settings.InForceAsync(stop)).Same.RepresentativesMost;
        return request.NameRepresentatives(all, [.. all.Select(one => one.RequestId).Where(id => chosen.Contains(id.Value))], most, actor, clock.GetUtcNow());
    }

    private async Task<Result> LinkAsync(Request request, Actor actor, CancellationToken stop)
    {
        if (!request.IsOpen)
        {
            return Domain.Refusals.NotWhile(request.State, "让职工加入");
        }

        await links.MakeAsync(request, actor, stop);
        return Result.Done;
    }
}

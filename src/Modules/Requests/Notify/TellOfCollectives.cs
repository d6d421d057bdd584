using UnionHall.Platform.Jobs;
using UnionHall.Requests.Settings;

namespace UnionHall.Requests.Notify;

/// <summary>A matter of several persons: the unit above hears at once, and from so many persons on its unit is asked to have representatives named.</summary>
internal sealed class TellOfCollectives(DeskNotices notices, RequestSettings settings) : IEventHandler<CollectiveReported>, IEventHandler<RequestAbsorbed>
{
    public async Task HandleAsync(CollectiveReported happened, CancellationToken stop) => await notices.SendAsync(
        happened.Request, happened.Reference, "collective-reported", "有几位职工反映同一件事，成了集体诉求，请知悉", "", await notices.DecidersAsync(happened.Request, happened.Above, null, stop), stop);

    public async Task HandleAsync(RequestAbsorbed happened, CancellationToken stop)
    {
        var numbers = (await settings.InForceAsync(stop)).Same;
        if (happened.Kind == MergeKind.SameMatter && happened.People == numbers.RepresentativesFrom)
        {
            await notices.SendAsync(
                happened.Request, happened.Reference, "representatives-asked", $"到 {numbers.RepresentativesFrom} 人了，请他们推选不超过 {numbers.RepresentativesMost} 名代表", "/participants",
                await notices.HoldersAsync(happened.Request, happened.Assignee, happened.Unit, stop), stop);
        }
    }
}

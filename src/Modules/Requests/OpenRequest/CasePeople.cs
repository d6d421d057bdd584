using UnionHall.Organisation;
using UnionHall.Platform.Security;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.OpenRequest;

/// <summary>Which units a case touched, and who of their staff may see it.</summary>
internal sealed class CasePeople(UnitDirectory units, StaffDirectory staff)
{
    /// <summary>The units that see the case, by key; true for those that have or had it themselves.</summary>
    public async Task<Dictionary<UnitId, (UnitSummary Unit, bool Direct)>> ReachAsync(IEnumerable<WorkOrder> orders, CancellationToken stop)
    {
        var reach = new Dictionary<UnitId, (UnitSummary Unit, bool Direct)>();
        foreach (var unit in orders.Select(order => order.UnitId).Distinct())
        {
            foreach (var above in await units.LineageAsync(unit, stop))
            {
                reach[above.UnitId] = (above, above.UnitId == unit || (reach.TryGetValue(above.UnitId, out var known) && known.Direct));
            }
        }

        return reach;
    }

    public Task<IReadOnlyList<StaffSummary>> AtAsync(Dictionary<UnitId, (UnitSummary Unit, bool Direct)> reach, CancellationToken stop) => staff.AtAsync([.. reach.Keys], stop);

    /// <summary>Those of them who may see the case.</summary>
    public static IEnumerable<StaffSummary> Readers(IEnumerable<StaffSummary> people, Dictionary<UnitId, (UnitSummary Unit, bool Direct)> reach) =>
        people.Where(one => one.Role.Allows(Permission.ReadRequests) && (one.WholeSubtree || reach[one.UnitId].Direct));

    /// <summary>Who may see the case, each once, with the unit through which he does.</summary>
    public async Task<IReadOnlyList<(AccountId Account, string Name, string Unit)>> OfAsync(IReadOnlyCollection<WorkOrder> orders, CancellationToken stop)
    {
        var reach = await ReachAsync(orders, stop);
        return [.. Readers(await AtAsync(reach, stop), reach).DistinctBy(one => one.AccountId).Select(one => (one.AccountId, one.Name, reach[one.UnitId].Unit.ShortName))];
    }
}

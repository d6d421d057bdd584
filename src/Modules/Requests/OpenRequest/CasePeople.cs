using Microsoft.EntityFrameworkCore;
using UnionHall.Organisation;
using UnionHall.Platform.Security;
using UnionHall.Requests.Acting;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.OpenRequest;

/// <summary>Which units a case touched, and who of their staff may see it.</summary>
internal sealed class CasePeople(RequestsDb db, KeptAway kept, LetterReaders letters, UnitDirectory units, StaffDirectory staff)
{
    /// <summary>The units that see the case, by key; true for those that have or had it themselves.</summary>
    /// <param name="head">The request it is handled under, whose units see it too.</param>
    public async Task<Dictionary<UnitId, (UnitSummary Unit, bool Direct)>> ReachAsync(RequestId? head, IEnumerable<WorkOrder> orders, CancellationToken stop)
    {
        var reach = new Dictionary<UnitId, (UnitSummary Unit, bool Direct)>();
        var had = orders.Select(order => order.UnitId);
        if (head is { } over)
        {
            had = had.Concat(await db.Orders.AsNoTracking().Where(order => order.RequestId == over).Select(order => order.UnitId).ToListAsync(stop));
        }

        foreach (var unit in had.Distinct())
        {
            foreach (var above in await units.LineageAsync(unit, stop))
            {
                reach[above.UnitId] = (above, above.UnitId == unit || (reach.TryGetValue(above.UnitId, out var known) && known.Direct));
            }
        }

        return reach;
    }

    /// <summary>The staff of these units, but nobody the request is about, and none of a unit it is about.</summary>
    public async Task<IReadOnlyList<StaffSummary>> AtAsync(RequestId request, Dictionary<UnitId, (UnitSummary Unit, bool Direct)> reach, CancellationToken stop)
    {
        var away = await kept.OfAsync(request, stop);
        var places = new List<UnitId>(reach.Count);
        foreach (var unit in reach.Keys)
        {
            places.AddRange(await kept.CoversAsync(away, unit, stop) ? [] : [unit]);
        }

        return await letters.AmongAsync(request, [.. (await staff.AtAsync(places, stop)).Where(one => !away.People.Contains(one.AccountId))], stop);
    }

    /// <summary>Those of them who may see the case.</summary>
    public static IEnumerable<StaffSummary> Readers(IEnumerable<StaffSummary> people, Dictionary<UnitId, (UnitSummary Unit, bool Direct)> reach) =>
        people.Where(one => one.Role.Allows(Permission.ReadRequests) && (one.WholeSubtree || reach[one.UnitId].Direct));

    /// <summary>Who may see the case, each once, with the unit through which he does.</summary>
    public async Task<IReadOnlyList<(AccountId Account, string Name, string Unit)>> OfAsync(Request request, CancellationToken stop)
    {
        var reach = await ReachAsync(request.HeadId, request.Orders, stop);
        return [.. Readers(await AtAsync(request.Id, reach, stop), reach).DistinctBy(one => one.AccountId).Select(one => (one.AccountId, one.Name, reach[one.UnitId].Unit.ShortName))];
    }
}

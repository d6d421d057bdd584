using Microsoft.EntityFrameworkCore;
using UnionHall.Organisation;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Acting;
using UnionHall.Requests.Clocks;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;
using UnionHall.Requests.Settings;

namespace UnionHall.Requests.NameAccused;

/// <summary>Takes a request from the units it turned out to be about: upward, around them.</summary>
internal sealed class WayAround(RequestsDb db, UnitDirectory units, UpperUnit upper, ClockDesk clocks, RequestSettings settings)
{
    public async Task<Result> TakeAsync(Request request, IReadOnlyCollection<Accused> added, string why, Actor actor, CancellationToken stop)
    {
        var away = await AwayAsync(added, stop);
        if (await db.Requests.AnyAsync(joined => joined.HeadId == request.Id && joined.Orders.Any(order => away.Contains(order.UnitId)), stop))
        {
            return AccusedRefusals.Together;
        }

        if (away.Contains(request.CurrentUnit))
        {
            if (await upper.OfAsync(request, stop) is not { } above)
            {
                return AccusedRefusals.Top;
            }

            var term = await clocks.UpperAsync(request, (await settings.InForceAsync(stop)).Hops.UpperDays, stop);
            if (request.Escalate(above.UnitId, term, why, actor, clocks.Now).Refusal is { } refusal)
            {
                return refusal;
            }
        }

        request.LeaveUnits(away, why, actor, clocks.Now);
        return Result.Done;
    }

    /// <summary>The units meant and all below them; at the top of the tree there is nobody above, and only the person is kept away.</summary>
    private async Task<List<UnitId>> AwayAsync(IReadOnlyCollection<Accused> added, CancellationToken stop)
    {
        var away = new List<UnitId>();
        foreach (var unit in added.Select(row => row.UnitId).OfType<UnitId>().Distinct())
        {
            if (await units.FindAsync(unit, stop) is { Parent: not null })
            {
                away.AddRange(await units.SubtreeAsync(unit, stop));
            }
        }

        return away;
    }
}

using Microsoft.EntityFrameworkCore;
using UnionHall.Organisation;
using UnionHall.Platform.Security;
using UnionHall.Requests.Data;
using UnionHall.Requests.Notify;

namespace UnionHall.Requests.Retaliation;

/// <summary>Who asks a worker: the callers of the nearest unit above all that had his matter themselves; at the top of the tree its own.</summary>
internal sealed class Callers(RequestsDb db, UnitDirectory units, TellableStaff tellable)
{
    public async Task<IReadOnlyCollection<AccountId>> OfAsync(RequestId request, CancellationToken stop)
    {
        var had = await db.Reach.AsNoTracking().Where(row => row.RequestId == request && row.Direct).Select(row => row.UnitId).ToListAsync(stop);
        var unit = await db.Requests.AsNoTracking().Where(row => row.Id == request).Select(row => row.CurrentUnit).SingleAsync(stop);
        var above = (await units.LineageAsync(unit, stop)).Where(one => one.Parent is null || !had.Contains(one.UnitId));
        return await tellable.NearestAsync(request, unit, above, stop, one => one.Role.Allows(Permission.CallFollowUps));
    }
}

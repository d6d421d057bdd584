using Microsoft.EntityFrameworkCore;
using UnionHall.Organisation;
using UnionHall.Platform.Security;
using UnionHall.Requests.Data;
using UnionHall.Requests.ListRequests;

namespace UnionHall.Requests.Jobs;

/// <summary>Open requests keep a unit from being closed: somebody has to answer them.</summary>
internal sealed class UnitWork(RequestsDb db) : IUnitHold
{
    public async Task<UnitHold?> FindAsync(UnitId unit, CancellationToken stop)
    {
        var open = await db.Requests.CountAsync(request => request.CurrentUnit == unit && request.IsOpen, stop)
            + await db.Orders.CountAsync(order => order.UnitId == unit && order.FinishedAt == null && order.Role != OrderRole.Lead, stop);
        return open == 0 ? null : new UnitHold(
            $"这里还有 {open} 件诉求没办完。请它的经办人或上级先答复，或改用“并入另一个”，诉求会跟过去。",
            $"看这 {open} 件",
            (new InboxFilter { Unit = unit }).At(InboxNav.Address),
            Permission.ReadRequests);
    }
}

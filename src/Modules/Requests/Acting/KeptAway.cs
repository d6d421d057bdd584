using Microsoft.EntityFrameworkCore;
using UnionHall.Organisation;
using UnionHall.Platform.Security;
using UnionHall.Requests.Data;

namespace UnionHall.Requests.Acting;

/// <summary>Whom a request, or one it is handled with, is about: these people, and all of these units and below them.</summary>
internal sealed class KeptAway(RequestsDb db, UnitDirectory units)
{
    public async Task<Away> OfAsync(RequestId request, CancellationToken stop)
    {
        var rows = await db.Accused.AsNoTracking().Where(one => one.RequestId == request).Select(one => new { one.Account, one.UnitId }).ToListAsync(stop);
        return new Away([.. rows.Select(row => row.Account).OfType<AccountId>().Distinct()], [.. rows.Select(row => row.UnitId).OfType<UnitId>().Distinct()]);
    }

    /// <summary>At the top of the tree there is nobody above: only the person is kept away.</summary>
    public async Task<bool> CoversAsync(Away away, UnitId unit, CancellationToken stop) =>
        away.Units.Count > 0 && (await units.LineageAsync(unit, stop)).Any(above => above.Parent is not null && away.Units.Contains(above.UnitId));
}

internal sealed record Away(IReadOnlyList<AccountId> People, IReadOnlyList<UnitId> Units);

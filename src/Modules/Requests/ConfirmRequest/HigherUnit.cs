using Microsoft.EntityFrameworkCore;
using UnionHall.Organisation;
using UnionHall.Platform.Security;
using UnionHall.Requests.Acting;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.ConfirmRequest;

/// <summary>Who looks again at what was not solved.</summary>
internal sealed class HigherUnit(RequestsDb db, UnitDirectory units, UpperUnit upper)
{
    /// <summary>The nearest unit above the one whose person answered that may have it; at the top of the tree the top, where its chair decides.</summary>
    public async Task<(UnitSummary Unit, bool IsTop)> OfAsync(Request request, CancellationToken stop)
    {
        var lineage = await units.LineageAsync(await units.SuccessorAsync(await AnsweredAsync(request, stop), stop), stop);
        return await upper.AboveAsync(request, lineage[0].UnitId, stop) is { } above ? (above, false) : (lineage[^1], true);
    }

    /// <summary>The unit whose answer was the last: not always the one that has it, for someone above may answer.</summary>
    public async Task<UnitId> AnsweredAsync(Request request, CancellationToken stop) =>
        await db.Timeline.AsNoTracking().Where(entry => entry.RequestId == request.Id && entry.Kind == TimelineKind.Replied)
            .OrderByDescending(entry => entry.Id).Select(entry => entry.UnitId).FirstOrDefaultAsync(stop) ?? request.CurrentUnit;
}

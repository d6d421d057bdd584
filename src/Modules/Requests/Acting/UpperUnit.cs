using Microsoft.EntityFrameworkCore;
using UnionHall.Organisation;
using UnionHall.Platform.Security;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.Acting;

/// <summary>Where a request may go up or aside: never to the worker's own employer's unions where he is to be kept from them.</summary>
internal sealed class UpperUnit(RequestsDb db, UnitDirectory units, OwnUnit ownUnit)
{
    /// <summary>The nearest open unit above the one that has the request; null where there is none.</summary>
    public Task<UnitSummary?> OfAsync(Request request, CancellationToken stop) => AboveAsync(request, request.CurrentUnit, stop);

    public Task<UnitSummary?> AboveAsync(Request request, UnitId below, CancellationToken stop) => AboveAsync(below, unit => IsBarredAsync(request, unit, stop), stop);

    /// <summary>The same for a report that is to be filed.</summary>
    /// <param name="accused">Units it is about.</param>
    public Task<UnitSummary?> AboveForReportAsync(UnitId? worksAt, IReadOnlyCollection<UnitId> accused, UnitId below, CancellationToken stop) => AboveAsync(
        below,
        async unit => await ownUnit.CoversAsync(worksAt, unit, stop) || await IsWithinAsync(unit, accused, stop),
        stop);

    /// <summary>The unit that goes on with the work of this one: itself, what it was merged into, or the nearest open one above.</summary>
    public async Task<UnitId> TakerAsync(Request request, UnitId unit, CancellationToken stop)
    {
        var lineage = await units.LineageAsync(await units.SuccessorAsync(unit, stop), stop);
        var takes = lineage[0].IsOpen && (lineage[0].UnitId == unit || !await IsBarredAsync(request, lineage[0].UnitId, stop));
        return takes ? lineage[0].UnitId : (await AboveAsync(request, lineage[0].UnitId, stop))?.UnitId ?? lineage[^1].UnitId;
    }

    /// <summary>Barred for it, or for one that is handled under it.</summary>
    public async Task<bool> IsBarredAsync(Request request, UnitId unit, CancellationToken stop) =>
        await IsBarredAsync(request.MatterType, request.Visibility, request.WorksAt, unit, stop)
        || await IsNamedAsync(request, unit, stop)
        || await AnyJoinedAsync(request, joined => IsBarredAsync(joined.MatterType, joined.Visibility, joined.WorksAt, unit, stop), stop);

    /// <summary>True when a report, this one or one handled under it, may be about that unit, or either names it.</summary>
    public async Task<bool> IsAccusedAsync(Request request, UnitId unit, CancellationToken stop) =>
        (request.MatterType == MatterType.Report && await ownUnit.CoversAsync(request.WorksAt, unit, stop))
        || await IsNamedAsync(request, unit, stop)
        || await AnyJoinedAsync(request, async joined => joined.MatterType == MatterType.Report && await ownUnit.CoversAsync(joined.WorksAt, unit, stop), stop);

    public async Task<bool> IsBarredAsync(MatterType matter, Visibility visibility, UnitId? worksAt, UnitId unit, CancellationToken stop) =>
        (matter == MatterType.Report || visibility != Visibility.Named) && await ownUnit.CoversAsync(worksAt, unit, stop);

    /// <summary>True when the request, or one it is handled with, names this unit or one above it; what is about to be saved counts.</summary>
    public async Task<bool> IsNamedAsync(Request request, UnitId unit, CancellationToken stop) =>
        await IsWithinAsync(unit, await NamedAsync(request.Id, stop), stop);

    /// <summary>The units it names; what is about to be saved counts.</summary>
    public async Task<IReadOnlyCollection<UnitId>> NamedAsync(RequestId request, CancellationToken stop)
    {
        await db.Accused.Where(one => one.RequestId == request && one.UnitId != null).LoadAsync(stop);
        return [.. db.Accused.Local.Where(one => one.RequestId == request).Select(one => one.UnitId).OfType<UnitId>()];
    }

    /// <summary>The unit is one of these or below one.</summary>
    public async Task<bool> IsWithinAsync(UnitId unit, IReadOnlyCollection<UnitId> these, CancellationToken stop) =>
        these.Count > 0 && (await units.LineageAsync(unit, stop)).Any(above => these.Contains(above.UnitId));

    private async Task<UnitSummary?> AboveAsync(UnitId below, Func<UnitId, Task<bool>> isBarred, CancellationToken stop)
    {
        foreach (var unit in (await units.LineageAsync(below, stop)).Skip(1).Where(unit => unit.IsOpen))
        {
            if (!await isBarred(unit.UnitId))
            {
                return unit;
            }
        }

        return null;
    }

    private async Task<bool> AnyJoinedAsync(Request request, Func<Joined, Task<bool>> rule, CancellationToken stop)
    {
        foreach (var joined in request.Joined == 0 ? [] : await db.Requests.AsNoTracking().Where(row => row.HeadId == request.Id)
            .Select(row => new Joined(row.MatterType, row.Visibility, row.WorksAt)).ToListAsync(stop))
        {
            if (await rule(joined))
            {
                return true;
            }
        }

        return false;
    }

    private sealed record Joined(MatterType MatterType, Visibility Visibility, UnitId? WorksAt);
}

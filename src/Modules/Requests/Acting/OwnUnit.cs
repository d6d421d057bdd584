using UnionHall.Organisation;
using UnionHall.Platform.Security;

namespace UnionHall.Requests.Acting;

/// <summary>
/// The unions of the worker's own employer, from which a hidden or anonymous worker is kept apart: all of them, up to that of
/// the group. Where it is not known at which he works, every employer's union may be his own and counts as such.
/// </summary>
internal sealed class OwnUnit(UnitDirectory units)
{
    /// <summary>True for the union of an employer or of several, and what lies inside one.</summary>
    public static bool IsOfEmployer(UnitKind kind) => kind is UnitKind.Primary or UnitKind.Joint or UnitKind.Branch or UnitKind.Team;

    /// <summary>True when the unit is, or may be, of the worker's own employer.</summary>
    public async Task<bool> CoversAsync(UnitId? worksAt, UnitId unit, CancellationToken stop) =>
        await CoversAsync(await HighestAsync(worksAt, stop), unit, stop);

    /// <summary>True when he said at which union he works, himself or through the unit he named.</summary>
    public async Task<bool> IsKnownAsync(UnitId? worksAt, CancellationToken stop) => (await HighestAsync(worksAt, stop)).Count > 0;

    /// <summary>The actor with those posts only that are surely not held at the worker's own union or below it.</summary>
    public async Task<Actor> WithoutItAsync(Actor actor, UnitId? worksAt, CancellationToken stop)
    {
        var own = await HighestAsync(worksAt, stop);
        var outside = new List<Grant>(actor.Grants.Count);
        foreach (var grant in actor.Grants)
        {
            if (!await CoversAsync(own, grant.Unit, stop))
            {
                outside.Add(grant);
            }
        }

        return outside.Count == actor.Grants.Count ? actor : actor with { Grants = outside };
    }

    private async Task<bool> CoversAsync(List<UnitId> own, UnitId unit, CancellationToken stop)
    {
        foreach (var top in own)
        {
            if (await units.IsWithinAsync(unit, top, stop))
            {
                return true;
            }
        }

        return own.Count == 0 && (await units.LineageAsync(unit, stop)).Any(above => IsOfEmployer(above.Kind));
    }

    /// <summary>The highest employer's union above where he works; a second one where a union on the way was merged into another.</summary>
    private async Task<List<UnitId>> HighestAsync(UnitId? worksAt, CancellationToken stop)
    {
        var highest = new List<UnitId>();
        var next = new Queue<UnitId>(worksAt is { } unit ? [unit] : []);
        while (next.TryDequeue(out var one))
        {
            var unions = (await units.LineageAsync(one, stop)).Where(above => IsOfEmployer(above.Kind)).ToList();
            foreach (var union in unions)
            {
                var successor = await units.SuccessorAsync(union.UnitId, stop);
                if (successor != union.UnitId)
                {
                    next.Enqueue(successor);
                }
            }

            if (unions.Count > 0)
            {
                highest.Add(unions[^1].UnitId);
            }
        }

        return highest;
    }
}

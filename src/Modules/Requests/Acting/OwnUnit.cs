using UnionHall.Organisation;
using UnionHall.Platform.Security;

namespace UnionHall.Requests.Acting;

/// <summary>The union of the worker's own employer, from which a hidden or anonymous worker is kept apart.</summary>
internal sealed class OwnUnit(UnitDirectory units)
{
    /// <summary>The primary or joint union where the worker works; null when he did not say, or works at none.</summary>
    public async Task<UnitId?> OfAsync(UnitId? worksAt, CancellationToken stop) =>
        worksAt is { } unit && (await units.LineageAsync(unit, stop)).FirstOrDefault(above => above.Kind is UnitKind.Primary or UnitKind.Joint) is { } own
            ? own.UnitId
            : null;

    /// <summary>True when the unit is the worker's own union or lies below it.</summary>
    public async Task<bool> CoversAsync(UnitId? worksAt, UnitId unit, CancellationToken stop) =>
        await OfAsync(worksAt, stop) is { } own && await units.IsWithinAsync(unit, own, stop);

    /// <summary>The actor with those posts only that are not held at the worker's own union or below it.</summary>
    public async Task<Actor> WithoutItAsync(Actor actor, UnitId? worksAt, CancellationToken stop)
    {
        if (await OfAsync(worksAt, stop) is not { } own)
        {
            return actor;
        }

        var outside = new List<Grant>(actor.Grants.Count);
        foreach (var grant in actor.Grants)
        {
            if (!await units.IsWithinAsync(grant.Unit, own, stop))
            {
                outside.Add(grant);
            }
        }

        return actor with { Grants = outside };
    }
}

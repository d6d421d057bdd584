using UnionHall.Organisation;
using UnionHall.Platform.Security;

namespace UnionHall.Requests.Rates;

/// <summary>Whose rates somebody may read: of the units his posts cover, and what lies below.</summary>
internal sealed class RateReach(UnitDirectory units)
{
    /// <summary>The unit with this code, or the actor's own; null where he may not read it.</summary>
    public async Task<UnitSummary?> FindAsync(Actor actor, string? code, CancellationToken stop)
    {
        var grants = actor.Where(Permission.ReadRequests).ToList();
        var unit = string.IsNullOrWhiteSpace(code)
            ? grants.OrderByDescending(grant => grant.WholeSubtree).FirstOrDefault() is { } first ? await units.FindAsync(first.Unit, stop) : null
            : await units.FindByCodeAsync(code.Trim(), stop);
        return unit is not null && actor.Can(Permission.ReadRequests, unit.UnitId, (await units.LineageAsync(unit.UnitId, stop)).Select(above => above.UnitId)) ? unit : null;
    }

    /// <summary>The way down to the unit, as far as the actor may read.</summary>
    public async Task<IReadOnlyList<UnitSummary>> PathAsync(Actor actor, UnitSummary unit, CancellationToken stop)
    {
        var path = new List<UnitSummary>();
        foreach (var above in (await units.LineageAsync(unit.UnitId, stop)).Skip(1))
        {
            if (await FindAsync(actor, above.Code, stop) is null)
            {
                break;
            }

            path.Insert(0, above);
        }

        return path;
    }
}

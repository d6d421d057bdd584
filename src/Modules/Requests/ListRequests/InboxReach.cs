using UnionHall.Organisation;
using UnionHall.Platform.Security;
using UnionHall.Requests.Data;

namespace UnionHall.Requests.ListRequests;

/// <summary>The fewest units whose scope rows hold all an actor may see: one index range each.</summary>
internal sealed class InboxReach(UnitDirectory units)
{
    /// <param name="within">Only this unit and those below it.</param>
    /// <returns>Empty when nothing may be seen.</returns>
    public async Task<IReadOnlyList<ReachRange>> OfAsync(Actor actor, UnitId? within, CancellationToken stop, Permission permission = Permission.ReadRequests)
    {
        var (whole, only) = Scope.Units(actor, permission);
        if (within is { } wanted)
        {
            IReadOnlyList<ReachRange> posts = await CoveredAsync(wanted, whole, stop) ? [new(wanted, DirectOnly: false)]
                : only.Contains(wanted) ? [new(wanted, DirectOnly: true)] : await BelowAsync(wanted, whole, only, stop);
            return [.. posts, .. await PlacesAsync(actor, permission, wanted, stop)];
        }

        var ranges = new List<ReachRange>();
        foreach (var unit in whole)
        {
            if (!await CoveredAsync(unit, [.. whole.Where(other => other != unit)], stop))
            {
                ranges.Add(new(unit, DirectOnly: false));
            }
        }

        foreach (var unit in only)
        {
            if (!await CoveredAsync(unit, whole, stop))
            {
                ranges.Add(new(unit, DirectOnly: true));
            }
        }

        return ranges;
    }

    private async Task<bool> CoveredAsync(UnitId unit, UnitId[] whole, CancellationToken stop) =>
        (await units.LineageAsync(unit, stop)).Any(above => whole.Contains(above.UnitId));

    /// <summary>Places that are no units, such as a mailbox, of the wanted unit or one below it.</summary>
    private async Task<List<ReachRange>> PlacesAsync(Actor actor, Permission permission, UnitId wanted, CancellationToken stop)
    {
        var ranges = new List<ReachRange>();
        foreach (var grant in actor.Where(permission).Where(grant => grant.IsAddition).DistinctBy(grant => grant.Unit))
        {
            if (await units.IsWithinAsync(grant.PlaceOf!.Value, wanted, stop))
            {
                ranges.Add(new(grant.Unit, DirectOnly: !grant.WholeSubtree));
            }
        }

        return ranges;
    }

    /// <summary>The actor's units that lie below the wanted one.</summary>
    private async Task<List<ReachRange>> BelowAsync(UnitId wanted, UnitId[] whole, UnitId[] only, CancellationToken stop)
    {
        var ranges = new List<ReachRange>();
        foreach (var unit in whole.Concat(only))
        {
            if (await units.IsWithinAsync(unit, wanted, stop))
            {
                ranges.Add(new(unit, DirectOnly: !whole.Contains(unit)));
            }
        }

        return ranges;
    }
}

/// <summary>The scope rows of one unit.</summary>
/// <param name="DirectOnly">Only what the unit itself has or had.</param>
internal sealed record ReachRange(UnitId Unit, bool DirectOnly);

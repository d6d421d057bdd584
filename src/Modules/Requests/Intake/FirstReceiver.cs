using UnionHall.Organisation;
using UnionHall.Platform.Security;
using UnionHall.Requests.Acting;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.Intake;

/// <summary>
/// Finds who receives a request first: the unit the service names, else, going up from where the worker works, the first of its level.
/// A worker who wants to stay unknown to his own unit is never received by it, and no unit that a request is about, nor what lies below it.
/// </summary>
internal sealed class FirstReceiver(UnitDirectory units)
{
    public async Task<UnitSummary> FindAsync(Service service, UnitId? worksAt, Visibility visibility, CancellationToken stop, IReadOnlyCollection<UnitId>? accused = null)
    {
        var lineage = worksAt is { } unit ? await units.LineageAsync(unit, stop) : await units.RootsAsync(stop);
        var level = Math.Max(LevelOf(service.RouteTo), visibility == Visibility.Named && service.MatterType != MatterType.Report ? 0 : 1);
        var byLevel = lineage.FirstOrDefault(candidate => LevelOf(candidate.Kind) >= level) ?? lineage[^1];
        return await AroundAsync(await NamedAsync(service, byLevel, stop) ?? byLevel, accused ?? [], stop);
    }

    /// <summary>The nearest unit above that is neither accused nor below one; at the top of the tree there is none, and only the person is kept away.</summary>
    private async Task<UnitSummary> AroundAsync(UnitSummary unit, IReadOnlyCollection<UnitId> accused, CancellationToken stop)
    {
        var lineage = await units.LineageAsync(unit.UnitId, stop);
        var highest = lineage.ToList().FindLastIndex(above => accused.Contains(above.UnitId));
        return highest < 0 ? unit : lineage.Skip(highest + 1).FirstOrDefault(above => above.IsOpen) ?? lineage[^1];
    }

    /// <summary>The unit the service names, while it is open and in the same tree; never an employer's, which might be the worker's own.</summary>
    private async Task<UnitSummary?> NamedAsync(Service service, UnitSummary byLevel, CancellationToken stop)
    {
        if (service.Receiver is not { } key || await units.FindAsync(key, stop) is not { IsOpen: true } named || OwnUnit.IsOfEmployer(named.Kind))
        {
            return null;
        }

        var (theirs, ours) = (await units.LineageAsync(key, stop), await units.LineageAsync(byLevel.UnitId, stop));
        return theirs[^1].UnitId == ours[^1].UnitId ? named : null;
    }

    private static int LevelOf(string routeTo) => routeTo switch { "primary" => 0, "street" => 1, "district" => 2, _ => 3 };

    private static int LevelOf(UnitKind kind) => kind switch
    {
        UnitKind.Team or UnitKind.Branch => -1,
        UnitKind.Primary or UnitKind.Joint => 0,
        UnitKind.Street or UnitKind.Park or UnitKind.Industry => 1,
        UnitKind.District => 2,
        _ => 3,
    };
}

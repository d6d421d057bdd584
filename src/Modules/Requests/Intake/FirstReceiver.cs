using UnionHall.Organisation;
using UnionHall.Platform.Security;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.Intake;

/// <summary>
/// Finds who receives a request first: going up from where the worker works, the first unit of the service's level.
/// A worker who wants to stay unknown to his own unit is never received by it.
/// </summary>
internal sealed class FirstReceiver(UnitDirectory units)
{
    public async Task<UnitSummary> FindAsync(Service service, UnitId? worksAt, Visibility visibility, CancellationToken stop)
    {
        var lineage = worksAt is { } unit ? await units.LineageAsync(unit, stop) : await units.RootsAsync(stop);
        var level = Math.Max(LevelOf(service.RouteTo), visibility == Visibility.Named && service.MatterType != MatterType.Report ? 0 : 1);
        return lineage.FirstOrDefault(candidate => LevelOf(candidate.Kind) >= level) ?? lineage[^1];
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

using UnionHall.Organisation;
using UnionHall.Platform.Security;

namespace UnionHall.Requests.Demo;

/// <summary>Who acts at which unit of the demo city.</summary>
internal sealed class DemoStaff(UnitDirectory units, StaffDirectory staff)
{
    private readonly Dictionary<UnitId, IReadOnlyList<StaffSummary>> known = [];

    public async Task<UnitSummary> UnitAsync(string code, CancellationToken stop) =>
        await units.FindByCodeAsync(code, stop) ?? throw new InvalidOperationException($"No unit {code}.");

    public async Task<IReadOnlyList<UnitSummary>> LineageAsync(UnitId unit, CancellationToken stop) => await units.LineageAsync(unit, stop);

    /// <summary>Picks, for the units of a lineage, someone with the role, or anyone of the unit.</summary>
    public async Task<Func<UnitId, Role, Actor>> PickAsync(IReadOnlyList<UnitSummary> lineage, CancellationToken stop)
    {
        foreach (var unit in lineage.Where(unit => !known.ContainsKey(unit.UnitId)))
        {
            known[unit.UnitId] = await staff.AtAsync(unit.UnitId, stop);
        }

        return Pick;
    }

    private Actor Pick(UnitId unit, Role role)
    {
        var someone = known[unit].FirstOrDefault(person => person.Role == role) ?? known[unit].FirstOrDefault(person => person.Role.Allows(Permission.HandleRequests));
        return someone is null ? Actor.Platform("演示数据") : new Actor(someone.AccountId, $"{Text.Masking.Surname(someone.Name)}同志", []);
    }
}

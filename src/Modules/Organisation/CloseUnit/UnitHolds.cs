using UnionHall.Platform.Security;

namespace UnionHall.Organisation.CloseUnit;

/// <summary>What of the modules above still lies with a unit.</summary>
internal sealed class UnitHolds(IEnumerable<IUnitHold> holds)
{
    public async Task<UnitHold?> FindAsync(UnitId unit, CancellationToken stop)
    {
        foreach (var hold in holds)
        {
            if (await hold.FindAsync(unit, stop) is { } found)
            {
                return found;
            }
        }

        return null;
    }
}

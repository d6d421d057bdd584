using UnionHall.Organisation;
using UnionHall.Platform.Security;

namespace UnionHall.Messaging.ReceiveMail.Boxes;

/// <summary>Who may be named to read a box: those whose post reaches the unit of the box and reads requests. When the post ends, so does the reading.</summary>
internal sealed class PossibleReaders(StaffDirectory staff, UnitDirectory units)
{
    public async Task<IReadOnlyList<StaffSummary>> OfAsync(UnitId box, CancellationToken stop)
    {
        var unit = await units.SuccessorAsync(box, stop);
        var lineage = await units.LineageAsync(unit, stop);
        var people = await staff.AtAsync([.. lineage.Select(above => above.UnitId)], stop);
        return [.. people.Where(one => one.LentBy is null && (one.UnitId == unit || one.WholeSubtree) && one.Role.Allows(Permission.ReadRequests)).DistinctBy(one => one.AccountId)];
    }
}

using UnionHall.Organisation;
using UnionHall.Platform.Security;
using UnionHall.Requests.Acting;

namespace UnionHall.Requests.Notify;

/// <summary>The people of a unit who may hear of a request: nobody whom its matter is about, and none of a unit it is about.</summary>
internal sealed class TellableStaff(KeptAway kept, LetterReaders letters, StaffDirectory staff)
{
    public async Task<IReadOnlyList<StaffSummary>> AtAsync(RequestId request, UnitId unit, CancellationToken stop)
    {
        var away = await kept.OfAsync(request, stop);
        return await kept.CoversAsync(away, unit, stop) ? [] : await letters.AmongAsync(request, [.. (await staff.AtAsync(unit, stop)).Where(person => !away.People.Contains(person.AccountId))], stop);
    }

    /// <summary>Of the nearest unit that has any: those of the first kind of which there is somebody.</summary>
    /// <param name="own">Where a post that does not reach what lies below reaches it all the same.</param>
    public async Task<IReadOnlyCollection<AccountId>> NearestAsync(
        RequestId request, UnitId own, IEnumerable<UnitSummary> upwards, CancellationToken stop, params Func<StaffSummary, bool>[] kinds)
    {
        foreach (var unit in upwards)
        {
            var people = (await AtAsync(request, unit.UnitId, stop)).Where(one => one.WholeSubtree || unit.UnitId == own).ToList();
            foreach (var kind in kinds.Where(kind => people.Any(kind)))
            {
                return [.. people.Where(kind).Select(one => one.AccountId).Distinct()];
            }
        }

        return [];
    }
}

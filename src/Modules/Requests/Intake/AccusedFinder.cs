using UnionHall.Organisation;
using UnionHall.Platform.Security;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.Intake;

/// <summary>
/// Reads out of the worker's words who of the union he means: units from his own up to the top and the people who hold posts there, by name.
/// Whoever leads a unit takes it with him: those who work under him should not have to handle what is about him.
/// </summary>
internal sealed class AccusedFinder(UnitDirectory units, StaffDirectory staff)
{
    private const int ShortestName = 2;

    public async Task<IReadOnlyList<AccusedOne>> FindAsync(string? words, UnitId? worksAt, CancellationToken stop)
    {
        if (string.IsNullOrWhiteSpace(words))
        {
            return [];
        }

        var way = worksAt is { } unit ? await units.LineageAsync(unit, stop) : await units.RootsAsync(stop);
        var meant = way.Where(one => Says(words, one.Name) || Says(words, one.ShortName)).Select(one => new AccusedOne(null, one.UnitId, one.ShortName));
        var people = (await staff.AtAsync([.. way.Select(one => one.UnitId)], stop)).Where(one => Says(words, one.Name))
            .Select(one => new AccusedOne(one.AccountId, one.Role is Role.Chair or Role.Leader ? one.UnitId : null, one.Name));
        return [.. meant.Concat(people).Distinct()];
    }

    private static bool Says(string words, string name) => name.Length >= ShortestName && words.Contains(name, StringComparison.Ordinal);
}

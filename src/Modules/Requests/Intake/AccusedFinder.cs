using UnionHall.Organisation;
using UnionHall.Platform.Security;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.Intake;

/// <summary>
/// Reads out of the worker's words who of the union he means: units and the people who hold posts, by name, over the whole tree in which his
/// request is received. Whoever leads a unit takes it with him: those who work under him should not have to handle what is about him.
/// </summary>
internal sealed class AccusedFinder(UnitDirectory units, StaffDirectory staff)
{
    /// <param name="place">Where he works, or any unit of the tree; null for all trees.</param>
    public async Task<IReadOnlyList<AccusedOne>> FindAsync(string? words, UnitId? place, CancellationToken stop)
    {
        if (string.IsNullOrWhiteSpace(words))
        {
            return [];
        }

        var tops = place is { } unit ? (await units.LineageAsync(unit, stop)).TakeLast(1) : await units.RootsAsync(stop);
        var meant = new List<AccusedOne>();
        var people = await staff.SaidInAsync(words, stop);
        foreach (var top in tops)
        {
            foreach (var said in await units.SaidInAsync(words, top.UnitId, stop))
            {
                meant.Add(new AccusedOne(null, await units.SuccessorAsync(said.UnitId, stop), said.ShortName));
            }

            foreach (var person in people)
            {
                if (await units.IsWithinAsync(person.UnitId, top.UnitId, stop))
                {
                    meant.Add(new AccusedOne(person.AccountId, person.Role is Role.Chair or Role.Leader ? person.UnitId : null, person.Name));
                }
            }
        }

        return [.. meant.Distinct()];
    }
}

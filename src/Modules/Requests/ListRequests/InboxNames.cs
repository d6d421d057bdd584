using UnionHall.Organisation;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;

namespace UnionHall.Requests.ListRequests;

/// <summary>What the rows of a list are called: units, people and who is away.</summary>
internal sealed class InboxNames(UnitDirectory units, Calendars calendars)
{
    public static IEnumerable<AccountId> PeopleOf(IEnumerable<RawRow> rows) => rows.Select(row => row.Assignee).OfType<Guid>().Distinct().Select(key => new AccountId(key));

    public async Task<RowWords> WordsAsync(
        IReadOnlyCollection<RawRow> rows, IEnumerable<AccountSummary> people, IReadOnlyList<Absence> absences, DateTimeOffset now, CancellationToken stop) =>
        new(await calendars.CurrentAsync(stop), await UnitsAsync(rows, stop), people.ToDictionary(one => one.Id), absences.ToDictionary(away => away.AccountId), now);

    private async Task<Dictionary<UnitId, UnitSummary>> UnitsAsync(IEnumerable<RawRow> rows, CancellationToken stop)
    {
        var names = new Dictionary<UnitId, UnitSummary>();
        foreach (var key in rows.Select(row => row.Unit).Concat(rows.Select(row => row.WorksAt).OfType<Guid>()).Distinct())
        {
            if (await units.FindAsync(new UnitId(key), stop) is { } unit)
            {
                names[unit.UnitId] = unit;
            }
        }

        return names;
    }
}

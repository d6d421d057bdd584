using Npgsql;
using UnionHall.Organisation;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;

namespace UnionHall.Requests.ListRequests;

/// <summary>What the rows of a list are called: units, people and who is away.</summary>
internal sealed class InboxNames(UnitDirectory units, AccountDirectory accounts, StaffDirectory staff, Calendars calendars)
{
    public NpgsqlBatchCommand AbsencesToday() => staff.AbsencesToday();

    /// <param name="others">People beside the assignees of the rows.</param>
    public async Task<RowWords> WordsAsync(
        IReadOnlyCollection<RawRow> rows, IEnumerable<Guid?> others, IReadOnlyList<Absence> absences, DateTimeOffset now, CancellationToken stop)
    {
        var people = await accounts.OfAsync([.. rows.Select(row => row.Assignee).Concat(others).OfType<Guid>().Distinct().Select(key => new AccountId(key))], stop);
        return new RowWords(await calendars.CurrentAsync(stop), await NamesAsync(rows, stop), people, absences.ToDictionary(away => away.AccountId), now);
    }

    private async Task<Dictionary<UnitId, UnitSummary>> NamesAsync(IEnumerable<RawRow> rows, CancellationToken stop)
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

using System.Globalization;
using Npgsql;
using UnionHall.Platform.Data;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;

namespace UnionHall.Organisation.Data;

/// <summary>The posts in force of one account, read afresh each time: an ended post stops working at once. In plain SQL: every page of the desk asks it, and its frame with it.</summary>
internal sealed class GrantSource(NpgsqlDataSource source, UnitDirectory units, TimeProvider clock) : IGrantSource
{
    private static readonly string Own =
        $"""select "Unit", "Role", "WholeSubtree", "LentBy" from ({string.Format(CultureInfo.InvariantCulture, PostInForce.Sql, "$1")}) post where "Account" = $2""";

    public async Task<IReadOnlyList<Grant>> GrantsOfAsync(AccountId account, IEnumerable<IFrameRead> also, CancellationToken stop)
    {
        var rows = await RowsAsync(account, [.. also], stop);
        if (rows.Count == 0)
        {
            return [];
        }

        var names = await units.NamesAsync(rows.Select(row => row.Unit), stop);
        return [.. rows.Where(row => RoleNames.Parse(row.Role) is not null)
            .Select(row => new Grant(row.Unit, names.GetValueOrDefault(row.Unit, ""), RoleNames.Parse(row.Role)!.Value, row.WholeSubtree, row.LentBy))];
    }

    private async Task<List<(UnitId Unit, string Role, bool WholeSubtree, AccountId? LentBy)>> RowsAsync(AccountId account, IReadOnlyList<IFrameRead> also, CancellationToken stop)
    {
        var rows = new List<(UnitId, string, bool, AccountId?)>();
        await using var batch = source.CreateBatch();
        batch.BatchCommands.Add(Sql.Ask(Own, ChinaTime.Today(clock), account.Value));
        foreach (var part in also)
        {
            batch.BatchCommands.Add(part.Ask(account));
        }

        await using var reader = await batch.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
        {
            rows.Add((new UnitId(reader.GetGuid(0)), reader.GetString(1), reader.GetBoolean(2), reader.IsDBNull(3) ? null : new AccountId(reader.GetGuid(3))));
        }

        foreach (var part in also)
        {
            await reader.NextResultAsync(stop);
            await part.ReadAsync(reader, stop);
        }

        return rows;
    }
}

using Npgsql;
using NpgsqlTypes;
using UnionHall.Organisation.Data;
using UnionHall.Platform.Filling;

namespace UnionHall.Organisation.FillUnits;

/// <summary>Grows the tree to a size: streets below the districts, primary unions below the streets, teams below some of those.</summary>
internal sealed class UnitFill(UnitTreeCache trees) : IFillPart
{
    private static readonly DateOnly Start = new(2020, 1, 1);
    private int made;

    public async Task FillAsync(FillPlan plan, NpgsqlConnection connection, CancellationToken stop)
    {
        if (plan.Units == 0)
        {
            return;
        }

        var rows = Rows(await RootAsync(connection, stop), await DistrictsAsync(connection, stop), plan.Units).ToList();
        await CopyAsync(connection, "unit (id, code, name, short_name, kind, parent_id, path, opened_on)", rows, WriteUnitAsync, stop);
        await CopyAsync(connection, "unit_name (unit_id, from_on, name, short_name)", rows, WriteNameAsync, stop);
        await CopyAsync(connection, "unit_parent (unit_id, from_on, parent_id)", rows, WriteParentAsync, stop);
        await using var refresh = new NpgsqlCommand("select unit_paths_refresh($1)", connection) { CommandTimeout = 0, Parameters = { new() { Value = rows.ConvertAll(row => row.Id).ToArray() } } };
        await refresh.ExecuteNonQueryAsync(stop);
        trees.Expire();
        plan.Say($"单位 {rows.Count:N0} 个");
    }

    private static async Task<Guid?> RootAsync(NpgsqlConnection connection, CancellationToken stop)
    {
        await using var command = new NpgsqlCommand("select id from unit where parent_id is null order by code limit 1", connection);
        return (Guid?)await command.ExecuteScalarAsync(stop);
    }

    /// <summary>How many an earlier fill has made: this one goes on from there.</summary>
    private static async Task<int> DistrictsAsync(NpgsqlConnection connection, CancellationToken stop)
    {
        await using var command = new NpgsqlCommand("select count(*)::int from unit where kind = 'district' and code ~ '^F[0-9]+$'", connection);
        return (int)(await command.ExecuteScalarAsync(stop))!;
    }

    private IEnumerable<FilledUnit> Rows(Guid? root, int before, int count)
    {
        var city = new FilledUnit(root ?? Guid.CreateVersion7(), "合成市总工会", UnitKind.Federation, null, "F");
        if (root is null)
        {
            made++;
            yield return city;
        }

        for (var district = before + 1; made < count; district++)
        {
            foreach (var unit in District(city, district, count))
            {
                yield return unit;
            }
        }
    }

    private IEnumerable<FilledUnit> District(FilledUnit city, int number, int count)
    {
        var district = Below(city, $"合成{number}区总工会", UnitKind.District, number);
        yield return district;
        for (var street = 1; street <= 12 && made < count; street++)
        {
            var above = Below(district, $"合成{number}区第{street}街道总工会", UnitKind.Street, street);
            yield return above;
            for (var primary = 1; primary <= 40 && made < count; primary++)
            {
                yield return Below(above, $"合成{number}区{street}街道第{primary}企业工会", UnitKind.Primary, primary);
            }
        }
    }

    private FilledUnit Below(FilledUnit parent, string name, UnitKind kind, int number)
    {
        made++;
        return new FilledUnit(Guid.CreateVersion7(), name, kind, parent.Id, $"{parent.Code}{number:00}");
    }

    private static async Task CopyAsync(
        NpgsqlConnection connection, string target, List<FilledUnit> rows, Func<NpgsqlBinaryImporter, FilledUnit, CancellationToken, Task> write, CancellationToken stop)
    {
        await using var copy = await connection.BeginBinaryImportAsync($"copy {target} from stdin (format binary)", stop);
        foreach (var row in rows)
        {
            await copy.StartRowAsync(stop);
            await write(copy, row, stop);
        }

        await copy.CompleteAsync(stop);
    }

    private static async Task WriteUnitAsync(NpgsqlBinaryImporter copy, FilledUnit row, CancellationToken stop)
    {
        await copy.WriteAsync(row.Id, stop);
        await copy.WriteAsync(row.Code, stop);
        await copy.WriteAsync(row.Name, stop);
        await copy.WriteAsync(row.Name, stop);
        await copy.WriteAsync(row.Kind.Code(), stop);
        await WriteAsync(copy, row.Parent, stop);
        await copy.WriteAsync(row.Id.ToString("N"), NpgsqlDbType.LTree, stop);
        await copy.WriteAsync(Start, stop);
    }

    private static async Task WriteNameAsync(NpgsqlBinaryImporter copy, FilledUnit row, CancellationToken stop)
    {
        await copy.WriteAsync(row.Id, stop);
        await copy.WriteAsync(Start, stop);
        await copy.WriteAsync(row.Name, stop);
        await copy.WriteAsync(row.Name, stop);
    }

    private static async Task WriteParentAsync(NpgsqlBinaryImporter copy, FilledUnit row, CancellationToken stop)
    {
        await copy.WriteAsync(row.Id, stop);
        await copy.WriteAsync(Start, stop);
        await WriteAsync(copy, row.Parent, stop);
    }

    private static Task WriteAsync(NpgsqlBinaryImporter copy, Guid? value, CancellationToken stop) =>
        value is { } id ? copy.WriteAsync(id, stop) : copy.WriteNullAsync(stop);

    private sealed record FilledUnit(Guid Id, string Name, UnitKind Kind, Guid? Parent, string Code);
}

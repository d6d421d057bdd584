using Npgsql;

namespace UnionHall.Platform.Filling;

/// <summary>
/// Takes the secondary indexes, foreign keys and triggers off some tables while rows stream in, and puts them back:
/// building an index once is many times faster than growing it row by row.
/// </summary>
public static class WithoutIndexes
{
    private const string Parts =
        """
        select 'alter table ' || conrelid::regclass || ' drop constraint ' || quote_ident(conname),
               'alter table ' || conrelid::regclass || ' add constraint ' || quote_ident(conname) || ' ' || pg_get_constraintdef(oid)
        from pg_constraint where contype = 'f' and conrelid = any ($1::regclass[])
        union all
        select 'drop index ' || indexrelid::regclass, pg_get_indexdef(indexrelid)
        from pg_index where indrelid = any ($1::regclass[]) and not exists (select from pg_constraint where conindid = indexrelid and contype in ('p', 'u', 'x'))
        union all
        select 'alter table ' || name || ' disable trigger user', 'alter table ' || name || ' enable trigger user' from unnest($1::text[]) name
        """;

    /// <summary>Runs the load in the connection's transaction.</summary>
    public static async Task RunAsync(NpgsqlConnection connection, string[] tables, Func<Task> load, CancellationToken stop)
    {
        var parts = await ReadAsync(connection, tables, stop);
        foreach (var (drop, _) in parts)
        {
            await ExecuteAsync(connection, drop, stop);
        }

        await load();
        await ExecuteAsync(connection, "set local maintenance_work_mem = '1GB'", stop);
        foreach (var (_, restore) in parts.AsEnumerable().Reverse())
        {
            await ExecuteAsync(connection, restore, stop);
        }
    }

    private static async Task<List<(string Drop, string Restore)>> ReadAsync(NpgsqlConnection connection, string[] tables, CancellationToken stop)
    {
        var parts = new List<(string, string)>();
        await using var command = new NpgsqlCommand(Parts, connection) { Parameters = { new() { Value = tables } } };
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
        {
            parts.Add((reader.GetString(0), reader.GetString(1)));
        }

        return parts;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken stop)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(stop);
    }
}

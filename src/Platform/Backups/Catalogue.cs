using Npgsql;

namespace UnionHall.Platform.Backups;

/// <summary>What the database consists of, but for what extensions brought and the list of schema scripts.</summary>
internal static class Catalogue
{
    private const string Own = "c.relnamespace = current_schema()::regnamespace and not exists (select 1 from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')";

    public static Task<List<CatalogueTable>> TablesAsync(NpgsqlConnection connection, CancellationToken stop) => ReadAsync(
        connection,
        $"""
        select c.relname, c.relkind = 'p', array_agg(a.attname::text order by a.attnum)
        from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
        where c.relkind in ('r', 'p') and not c.relispartition and c.relname <> 'schema_script' and {Own}
        group by c.relname, c.relkind order by c.relname
        """,
        row => new CatalogueTable(row.GetString(0), row.GetBoolean(1), row.GetFieldValue<string[]>(2)),
        stop);

    public static Task<List<string>> SequencesAsync(NpgsqlConnection connection, CancellationToken stop) =>
        ReadAsync(connection, $"select c.relname from pg_class c where c.relkind = 'S' and {Own} order by c.relname", row => row.GetString(0), stop);

    /// <summary>The statements that take all foreign keys away, and those that bring them back.</summary>
    public static Task<List<(string Drop, string Add)>> ForeignKeysAsync(NpgsqlConnection connection, CancellationToken stop) => ReadAsync(
        connection,
        $"""
        select format('alter table %I drop constraint %I', c.relname, k.conname),
               format('alter table %I add constraint %I %s', c.relname, k.conname, pg_get_constraintdef(k.oid))
        from pg_constraint k join pg_class c on c.oid = k.conrelid
        where k.contype = 'f' and k.conparentid = 0 and {Own}
        order by c.relname, k.conname
        """,
        row => (row.GetString(0), row.GetString(1)),
        stop);

    /// <summary>Takes everything of ours out of the schema; what extensions brought stays.</summary>
    public const string Clear =
        """
        do $$
        declare it record;
        begin
            for it in select c.relname, c.relkind from pg_class c
                where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'S') and not c.relispartition
                  and not exists (select 1 from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype in ('e', 'i', 'a'))
            loop
                execute format('drop %s if exists %I cascade',
                    case it.relkind when 'v' then 'view' when 'm' then 'materialized view' when 'S' then 'sequence' else 'table' end, it.relname);
            end loop;
            for it in select p.oid::regprocedure::text as name from pg_proc p
                where p.pronamespace = current_schema()::regnamespace
                  and not exists (select 1 from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
            loop
                execute format('drop routine if exists %s cascade', it.name);
            end loop;
            for it in select t.typname from pg_type t
                where t.typnamespace = current_schema()::regnamespace and t.typtype in ('e', 'd')
                  and not exists (select 1 from pg_depend d where d.classid = 'pg_type'::regclass and d.objid = t.oid and d.deptype = 'e')
            loop
                execute format('drop type if exists %I cascade', it.typname);
            end loop;
        end $$
        """;

    public static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    public static async Task<List<T>> ReadAsync<T>(NpgsqlConnection connection, string sql, Func<NpgsqlDataReader, T> read, CancellationToken stop)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await using var reader = await command.ExecuteReaderAsync(stop);
        var all = new List<T>();
        while (await reader.ReadAsync(stop))
        {
            all.Add(read(reader));
        }

        return all;
    }

    public static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken stop)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(stop);
    }
}

/// <summary>A table with the columns that are stored, not computed.</summary>
internal sealed record CatalogueTable(string Name, bool IsPartitioned, IReadOnlyList<string> Columns)
{
    public string CopyOut => IsPartitioned ? $"copy (select {List} from {Catalogue.Quote(Name)}) to stdout" : $"copy {Catalogue.Quote(Name)} ({List}) to stdout";

    public string CopyIn => $"copy {Catalogue.Quote(Name)} ({List}) from stdin";

    private string List => string.Join(", ", Columns.Select(Catalogue.Quote));
}

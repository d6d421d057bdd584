using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using UnionHall.Platform.Data;
using UnionHall.Testing;

namespace UnionHall.Architecture.Tests;

/// <summary>The schema that the scripts make and the model that EF believes in are the same, in both directions.</summary>
public sealed class SchemaDriftTests(TestSite site) : IClassFixture<TestSite>
{
    // Tables, or table.column, reached by SQL alone.
    private static readonly string[] SqlOnly =
    [
        "audit_check", "audit_link", "audit_waiting", "case_presence", "channel_health", "data_protection_key", "mail_box_health", "number_series", "organisation_version", "recurring_job", "saved_view", "schema_script",
        "tracking_try", "we_chat_ticket",
    ];

    // PostgreSQL's own row version, which EF checks for collisions.
    private const string RowVersion = ".xmin";

    [Fact]
    public async Task EveryTableOfTheModelIsMadeByAScript()
    {
        var (model, schema) = await BothAsync();
        model.Keys.Where(column => !schema.ContainsKey(column) && !column.EndsWith(RowVersion, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public async Task EveryColumnOfTheSchemaIsKnownToTheModel()
    {
        var (model, schema) = await BothAsync();
        schema.Keys.Where(column => !model.ContainsKey(column) && !SqlOnly.Contains(column) && !SqlOnly.Contains(column.Split('.')[0])).ShouldBeEmpty();
    }

    [Fact]
    public async Task ColumnsAgreeInTypeAndWhetherTheyMayBeEmpty()
    {
        var (model, schema) = await BothAsync();
        model.Where(column => schema.TryGetValue(column.Key, out var made) && made != column.Value)
            .Select(column => $"{column.Key}: model {column.Value}, schema {schema[column.Key]}")
            .ShouldBeEmpty();
    }

    [Fact]
    public async Task TablesAgreeOnTheirKeys()
    {
        var stop = TestContext.Current.CancellationToken;
        var made = await ReadAsync(
            """
            select c.relname, string_agg(a.attname, ', ' order by array_position(k.conkey, a.attnum))
            from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_attribute a on a.attrelid = c.oid and a.attnum = any(k.conkey)
            where k.contype = 'p' and c.relnamespace = 'public'::regnamespace group by c.relname
            """,
            stop);
        await site.WithAsync<AppDbContext>(db =>
        {
            Tables(db)
                .Select(table => (table.Name, Key: string.Join(", ", table.PrimaryKey!.Columns.Select(column => column.Name))))
                .Where(table => made.GetValueOrDefault(table.Name) != table.Key)
                .Select(table => $"{table.Name}: model ({table.Key}), schema ({made.GetValueOrDefault(table.Name)})")
                .ShouldBeEmpty();
            return Task.CompletedTask;
        });
    }

    [Fact]
    public void EveryScriptHasANumberOfItsOwn() =>
        site.Services.GetRequiredService<SchemaRunner>().Scripts()
            .GroupBy(script => script.Name.Split('-')[0], StringComparer.Ordinal)
            .Where(same => same.Skip(1).Any())
            .Select(same => string.Join(", ", same.Select(script => script.Name)))
            .ShouldBeEmpty();

    private async Task<(Dictionary<string, string> Model, Dictionary<string, string> Schema)> BothAsync()
    {
        var schema = await ReadAsync(
            """
            select c.relname || '.' || a.attname, format_type(a.atttypid, a.atttypmod) || case when a.attnotnull then '' else ' null' end
            from pg_attribute a join pg_class c on c.oid = a.attrelid
            where c.relkind in ('r', 'p') and not c.relispartition and c.relnamespace = 'public'::regnamespace and a.attnum > 0 and not a.attisdropped
            """,
            TestContext.Current.CancellationToken);
        var model = await site.WithAsync<AppDbContext, Dictionary<string, string>>(db => Task.FromResult(
            Tables(db).SelectMany(table => table.Columns).ToDictionary(
                column => $"{column.Table.Name}.{column.Name}",
                column => column.StoreType + (column.IsNullable ? " null" : string.Empty),
                StringComparer.Ordinal)));
        return (model, schema);
    }

    private static IEnumerable<ITable> Tables(AppDbContext db) => db.Model.GetRelationalModel().Tables;

    private async Task<Dictionary<string, string>> ReadAsync(string sql, CancellationToken stop)
    {
        await using var connection = new NpgsqlConnection(site.ConnectionString);
        await connection.OpenAsync(stop);
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync(stop);
        var rows = new Dictionary<string, string>(StringComparer.Ordinal);
        while (await reader.ReadAsync(stop))
        {
            rows.Add(reader.GetString(0), reader.GetString(1));
        }

        return rows;
    }
}

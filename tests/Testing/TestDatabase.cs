using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using UnionHall.App;
using UnionHall.Platform.Data;
using UnionHall.Platform.Data.Embedded;

namespace UnionHall.Testing;

/// <summary>
/// A real database per test class, copied in a moment from a template that holds the schema. All test assemblies
/// share one server, which the last of them stops.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly SemaphoreSlim Gate = new(1, 1);
    private static EmbeddedPostgres? server;
    private static string? template;

    private readonly string name;

    private TestDatabase(string name)
    {
        this.name = name;
        ConnectionString = server!.ConnectionTo(name);
    }

    public string ConnectionString { get; }

    /// <summary>A new database with the schema and nothing in it.</summary>
    public static async Task<TestDatabase> CreateAsync(CancellationToken stop)
    {
        await Gate.WaitAsync(stop);
        try
        {
            server ??= await StartServerAsync(stop);
            template ??= await PrepareTemplateAsync(stop);
            var fresh = "t_" + Guid.CreateVersion7().ToString("N");
            await ExecuteAsync($"create database {fresh} template {template}", stop);
            return new TestDatabase(fresh);
        }
        finally
        {
            Gate.Release();
        }
    }

    /// <summary>A new, wholly empty database, for tests of the schema runner, restore and upgrades.</summary>
    public static async Task<TestDatabase> CreateEmptyAsync(CancellationToken stop)
    {
        await Gate.WaitAsync(stop);
        try
        {
            server ??= await StartServerAsync(stop);
            var fresh = "t_" + Guid.CreateVersion7().ToString("N");
            await ExecuteAsync($"create database {fresh}", stop);
            return new TestDatabase(fresh);
        }
        finally
        {
            Gate.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await using (var pool = new NpgsqlConnection(ConnectionString))
        {
            NpgsqlConnection.ClearPool(pool);
        }

        await ExecuteAsync($"drop database if exists {name} with (force)", CancellationToken.None);
    }

    private static async Task<EmbeddedPostgres> StartServerAsync(CancellationToken stop)
    {
        var started = await EmbeddedPostgres.StartAsync(
            Path.Combine(Repository.Root, "artifacts", "test-data"), Environment.GetEnvironmentVariable("UNIONHALL_POSTGRES"), durable: false, stop);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => started.DisposeAsync().AsTask().GetAwaiter().GetResult();
        return started;
    }

    private static async Task<string> PrepareTemplateAsync(CancellationToken stop)
    {
        var options = new SiteOptions { Database = new DatabaseOptions { DataFolder = Path.GetTempPath(), ConnectionString = server!.ConnectionTo("postgres"), Durable = false } };
        await using var names = Site.Build(Site.CreateBuilder(options));
        var scripts = string.Concat(names.Services.GetRequiredService<SchemaRunner>().Scripts().Select(script => script.Name + script.Checksum));
        var wanted = "template_" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(scripts)))[..16];

        await using var connection = new NpgsqlConnection(server.ConnectionTo("postgres") + ";Pooling=false;Minimum Pool Size=0");
        await connection.OpenAsync(stop);
        await RunAsync(connection, "select pg_advisory_lock(7311)", stop);
        if (!await ExistsAsync(connection, wanted, stop))
        {
            var building = wanted + "_" + Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
            await RunAsync(connection, $"create database {building}", stop);
            await BuildSchemaAsync(building, stop);
            await RunAsync(connection, $"alter database {building} rename to {wanted}", stop);
        }

        return wanted;
    }

    private static async Task BuildSchemaAsync(string database, CancellationToken stop)
    {
        var connection = server!.ConnectionTo(database) + ";Pooling=false;Minimum Pool Size=0";
        var options = new SiteOptions { Database = new DatabaseOptions { DataFolder = Path.GetTempPath(), ConnectionString = connection, Durable = false } };
        await using var site = Site.Build(Site.CreateBuilder(options));
        await Site.PrepareAsync(site, stop);
    }

    private static async Task<bool> ExistsAsync(NpgsqlConnection connection, string database, CancellationToken stop)
    {
        await using var command = new NpgsqlCommand("select 1 from pg_database where datname = $1", connection) { Parameters = { new() { Value = database } } };
        return await command.ExecuteScalarAsync(stop) is not null;
    }

    private static async Task ExecuteAsync(string sql, CancellationToken stop)
    {
        await using var connection = new NpgsqlConnection(server!.ConnectionTo("postgres") + ";Pooling=false;Minimum Pool Size=0");
        await connection.OpenAsync(stop);
        await RunAsync(connection, sql, stop);
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken stop)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(stop);
    }
}

using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using UnionHall.App;
using UnionHall.Platform.Cli;
using UnionHall.Platform.Data;

namespace UnionHall.Platform.Tests.Backups;

/// <summary>A site as the command line has it: built, the schema prepared, nothing running.</summary>
internal sealed class OfflineSite : IAsyncDisposable
{
    private readonly WebApplication app;

    private OfflineSite(WebApplication app, string connectionString, string folder) => (this.app, ConnectionString, Folder) = (app, connectionString, folder);

    public string ConnectionString { get; }

    public string Folder { get; }

    public IServiceProvider Services => app.Services;

    public static async Task<OfflineSite> OpenAsync(string connectionString, CancellationToken stop)
    {
        var folder = Directory.CreateTempSubdirectory("unionhall-offline-").FullName;
        var built = Site.Build(Site.CreateBuilder(new SiteOptions { Database = new DatabaseOptions { DataFolder = folder, ConnectionString = connectionString } }));
        await Site.PrepareAsync(built, stop);
        return new OfflineSite(built, connectionString, folder);
    }

    public async Task<(int Code, string Output, string Error)> RunAsync(CancellationToken stop, params string[] words)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        await using var scope = Services.CreateAsyncScope();
        var code = await scope.ServiceProvider.GetRequiredService<CommandRunner>().RunAsync(words, output, error, stop);
        return (code, output.ToString(), error.ToString());
    }

    /// <summary>Every row of every table as text, sorted, by table.</summary>
    public async Task<Dictionary<string, List<string>>> RowsAsync(CancellationToken stop)
    {
        await using var connection = new NpgsqlConnection(ConnectionString + ";Pooling=false;Minimum Pool Size=0");
        await connection.OpenAsync(stop);
        var rows = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var table in await UnionHall.Platform.Backups.Catalogue.TablesAsync(connection, stop))
        {
            rows[table.Name] = await UnionHall.Platform.Backups.Catalogue.ReadAsync(
                connection, $"set timezone = 'UTC'; select t::text from \"{table.Name}\" t order by 1", row => row.GetString(0), stop);
        }

        return rows;
    }

    public async Task ExecuteAsync(string sql, CancellationToken stop)
    {
        await using var connection = new NpgsqlConnection(ConnectionString + ";Pooling=false;Minimum Pool Size=0");
        await connection.OpenAsync(stop);
        await UnionHall.Platform.Backups.Catalogue.ExecuteAsync(connection, sql, stop);
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}

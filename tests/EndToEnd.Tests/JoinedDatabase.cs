using Npgsql;
using UnionHall.Platform.Data.Embedded;

namespace UnionHall.EndToEnd.Tests;

/// <summary>The embedded database of a data folder, joined by the test as one process more.</summary>
internal sealed class JoinedDatabase : IAsyncDisposable
{
    private readonly EmbeddedPostgres postgres;

    private JoinedDatabase(EmbeddedPostgres postgres)
    {
        this.postgres = postgres;
        Source = NpgsqlDataSource.Create(postgres.ConnectionString + ";Pooling=false;Minimum Pool Size=0");
    }

    public NpgsqlDataSource Source { get; }

    public static async Task<JoinedDatabase> OfAsync(string data, CancellationToken stop) =>
        new(await EmbeddedPostgres.StartAsync(data, Environment.GetEnvironmentVariable("UNIONHALL_POSTGRES"), durable: true, stop));

    /// <summary>How many rows "select count(*) from …" finds.</summary>
    public async Task<int> CountAsync(string from, CancellationToken stop)
    {
        await using var command = Source.CreateCommand($"select count(*)::int from {from}");
        return (int)(await command.ExecuteScalarAsync(stop))!;
    }

    public async Task<int> ExecuteAsync(string sql, CancellationToken stop)
    {
        await using var command = Source.CreateCommand(sql);
        return await command.ExecuteNonQueryAsync(stop);
    }

    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        await postgres.DisposeAsync();
    }
}

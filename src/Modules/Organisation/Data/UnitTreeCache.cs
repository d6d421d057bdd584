using Npgsql;
using UnionHall.Organisation.Domain;

namespace UnionHall.Organisation.Data;

/// <summary>Keeps the tree of this process. A row in the database says when it is old; that row is looked at once a second at most.</summary>
internal sealed class UnitTreeCache(NpgsqlDataSource source) : IDisposable
{
    private const long FreshFor = 1000;

    private readonly SemaphoreSlim reading = new(1, 1);
    private volatile Copy? latest;
    private long checkedAt;

    /// <summary>The tree, at most a second old.</summary>
    public ValueTask<UnitTree> GetAsync(CancellationToken stop) =>
        latest is { } copy && Environment.TickCount64 - Volatile.Read(ref checkedAt) < FreshFor ? new(copy.Tree) : new(ReadAsync(stop));

    /// <summary>The tree as it is now.</summary>
    public async Task<UnitTree> ReadAsync(CancellationToken stop)
    {
        await reading.WaitAsync(stop);
        try
        {
            var now = Environment.TickCount64;
            await using var connection = await source.OpenConnectionAsync(stop);
            if (latest is not { } copy || copy.Version != await VersionAsync(connection, stop))
            {
                latest = await LoadAsync(connection, stop);
            }

            Volatile.Write(ref checkedAt, now);
            return latest.Tree;
        }
        finally
        {
            reading.Release();
        }
    }

    /// <summary>The next reader looks at the version row first. Call after an own write is committed.</summary>
    public void Expire() => Volatile.Write(ref checkedAt, Environment.TickCount64 - FreshFor);

    public void Dispose() => reading.Dispose();

    private static async Task<long> VersionAsync(NpgsqlConnection connection, CancellationToken stop)
    {
        await using var command = new NpgsqlCommand("select version from organisation_version", connection);
        return (long)(await command.ExecuteScalarAsync(stop))!;
    }

    private static async Task<Copy> LoadAsync(NpgsqlConnection connection, CancellationToken stop)
    {
        await using var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, stop);
        var version = await VersionAsync(connection, stop);
        return new Copy(version, await UnitTreeReader.ReadAsync(connection, stop));
    }

    private sealed record Copy(long Version, UnitTree Tree);
}

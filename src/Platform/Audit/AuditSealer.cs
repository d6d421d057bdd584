using Npgsql;
using UnionHall.Platform.Data;
using UnionHall.Platform.Jobs;

namespace UnionHall.Platform.Audit;

/// <summary>Links the entries that wait, in the order of their keys, twice a second. Many nodes may try; the lock lets one.</summary>
internal sealed class AuditSealer(NpgsqlDataSource source) : IRecurringJob
{
    private const long Lock = 0x55484175646974;
    private const int Batch = 5000;

    public string Name => "seal-audit";

    public TimeSpan Every => TimeSpan.FromMilliseconds(500);

    public Task RunAsync(CancellationToken stop) => SealAsync("select pg_try_advisory_xact_lock($1)", stop);

    /// <summary>Links all that waits now, and where another is just doing that, waits for it: a verification comes after.</summary>
    public Task SealAsync(CancellationToken stop) => SealAsync("select true from pg_advisory_xact_lock($1)", stop);

    private async Task SealAsync(string locking, CancellationToken stop)
    {
        while (await SomethingWaitsAsync(stop) && await SealBatchAsync(locking, stop) == Batch)
        {
            // The next batch. What came meanwhile waits for the next run: sealing one by one would keep a core busy.
        }
    }

    private async Task<bool> SomethingWaitsAsync(CancellationToken stop)
    {
        await using var command = source.CreateCommand("select exists (select from audit_waiting)");
        return (bool)(await command.ExecuteScalarAsync(stop))!;
    }

    private async Task<int> SealBatchAsync(string locking, CancellationToken stop)
    {
        await using var connection = await source.OpenConnectionAsync(stop);
        await using var transaction = await connection.BeginTransactionAsync(stop);
        await using var taking = connection.Command(locking, Lock);
        if (await taking.ExecuteScalarAsync(stop) is not true)
        {
            return 0;
        }

        var taken = await TakeAsync(connection, stop);
        var waiting = await UnlinkedAsync(connection, taken, stop);
        if (waiting.Count > 0)
        {
            await AppendAsync(connection, waiting, stop);
        }

        await transaction.CommitAsync(stop);
        return taken.Count;
    }

    private static async Task<List<Guid>> TakeAsync(NpgsqlConnection connection, CancellationToken stop)
    {
        await using var command = connection.Command(
            "delete from audit_waiting where ctid = any (array(select ctid from audit_waiting limit $1)) returning entry_id", Batch);
        var taken = new List<Guid>();
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
        {
            taken.Add(reader.GetGuid(0));
        }

        return taken;
    }

    /// <summary>Entries restored from a dump wait too, though their links came with them.</summary>
    private static async Task<List<(Guid Id, byte[] Bytes)>> UnlinkedAsync(NpgsqlConnection connection, List<Guid> taken, CancellationToken stop)
    {
        await using var command = connection.Command(
            $"""
            select e.id, {AuditChain.EntryBytes}
            from audit_entry e
            where e.id = any ($1) and not exists (select from audit_link l where l.entry_id = e.id)
            order by e.id
            """,
            taken);
        var waiting = new List<(Guid, byte[])>();
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
        {
            waiting.Add((reader.GetGuid(0), reader.GetFieldValue<byte[]>(1)));
        }

        return waiting;
    }

    private static async Task AppendAsync(NpgsqlConnection connection, List<(Guid Id, byte[] Bytes)> waiting, CancellationToken stop)
    {
        var (seq, hash) = await HeadAsync(connection, stop);
        var hashes = new byte[waiting.Count][];
        for (var i = 0; i < waiting.Count; i++)
        {
            hashes[i] = hash = AuditChain.Link(hash, waiting[i].Bytes);
        }

        await connection.ExecuteAsync(
            stop,
            "insert into audit_link (seq, entry_id, hash) select $1 + place, id, hash from unnest($2, $3) with ordinality as fresh(id, hash, place)",
            seq,
            waiting.ConvertAll(entry => entry.Id),
            hashes);
    }

    private static async Task<(long Seq, byte[] Hash)> HeadAsync(NpgsqlConnection connection, CancellationToken stop)
    {
        await using var command = connection.Command("select seq, hash from audit_link order by seq desc limit 1");
        await using var reader = await command.ExecuteReaderAsync(stop);
        return await reader.ReadAsync(stop) ? (reader.GetInt64(0), reader.GetFieldValue<byte[]>(1)) : (0, AuditChain.Origin);
    }
}

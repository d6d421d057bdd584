using System.Data;
using System.Runtime.CompilerServices;
using Npgsql;
using UnionHall.Platform.Data;

namespace UnionHall.Platform.Audit;

/// <summary>Walks the whole chain in order, in one snapshot and without holding it in memory, and names the first thing that is wrong.</summary>
public sealed class AuditVerifier(NpgsqlDataSource source, TimeProvider clock)
{
    /// <summary>How long an entry may wait for its link.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Verifies, and leaves a record of it that later verifications are held against.</summary>
    public async Task<AuditVerdict> VerifyAsync(CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var walk = new ChainWalk();
        AuditBreak? broken;
        await using (var connection = await source.OpenConnectionAsync(stop))
        {
            await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, stop);
            await foreach (var link in LinksAsync(connection, stop))
            {
                if (!walk.Step(link))
                {
                    break;
                }
            }

            broken = walk.End() ?? await RewrittenAsync(connection, stop) ?? await OutsideAsync(connection, now, stop);
        }

        await RecordAsync(now, walk, broken, stop);
        return new AuditVerdict(now, walk.Count, Convert.ToHexStringLower(walk.Head), broken);
    }

    /// <summary>What the last verification found, or null when there was none.</summary>
    public async Task<AuditVerdict?> LastAsync(CancellationToken stop)
    {
        await using var command = source.Command("select at, count, head, broken_kind, broken_seq, entry_id from audit_check order by id desc limit 1");
        await using var reader = await command.ExecuteReaderAsync(stop);
        if (!await reader.ReadAsync(stop))
        {
            return null;
        }

        var broken = await reader.IsDBNullAsync(3, stop)
            ? null
            : new AuditBreak(
                Enum.Parse<AuditBreakKind>(reader.GetString(3)),
                await reader.IsDBNullAsync(4, stop) ? null : reader.GetInt64(4),
                await reader.IsDBNullAsync(5, stop) ? null : reader.GetGuid(5));
        return new AuditVerdict(
            reader.GetFieldValue<DateTimeOffset>(0), reader.GetInt64(1), Convert.ToHexStringLower(reader.GetFieldValue<byte[]>(2)), broken);
    }

    /// <summary>Both tables grow in nearly the same order, so walking two indexes side by side beats any join that must sort wide rows first.</summary>
    private static async IAsyncEnumerable<ChainLink> LinksAsync(NpgsqlConnection connection, [EnumeratorCancellation] CancellationToken stop)
    {
        await connection.ExecuteAsync(stop, "set local enable_hashjoin = off; set local enable_mergejoin = off; set local enable_sort = off; set local max_parallel_workers_per_gather = 0");
        var sql = $"""
            select l.seq, l.entry_id, l.hash, case when e.id is not null then {AuditChain.EntryBytes} end
            from audit_link l left join audit_entry e on e.id = l.entry_id
            order by l.seq
            """;
        await using var command = connection.Command(sql);
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
        {
            var entry = await reader.IsDBNullAsync(3, stop) ? null : reader.GetFieldValue<byte[]>(3);
            yield return new ChainLink(reader.GetInt64(0), reader.GetGuid(1), reader.GetFieldValue<byte[]>(2), entry);
        }
    }

    private static async Task<AuditBreak?> RewrittenAsync(NpgsqlConnection connection, CancellationToken stop)
    {
        await using var command = connection.Command(
            """
            select c.count from audit_check c left join audit_link l on l.seq = c.count
            where c.broken_kind is null and c.count > 0 and l.hash is distinct from c.head
            order by c.count limit 1
            """);
        return await command.ExecuteScalarAsync(stop) is long seq ? new AuditBreak(AuditBreakKind.Rewritten, seq, null) : null;
    }

    /// <summary>Entries without a link, and waiting places without an entry.</summary>
    private static async Task<AuditBreak?> OutsideAsync(NpgsqlConnection connection, DateTimeOffset now, CancellationToken stop)
    {
        await connection.ExecuteAsync(stop, "set local enable_hashjoin = on; set local enable_mergejoin = on; set local enable_sort = on");
        await using var command = connection.Command(
            """
            (select true, e.id from audit_entry e
             where e.at < $1 and not exists (select from audit_link l where l.entry_id = e.id) limit 1)
            union all
            (select false, w.entry_id from audit_waiting w where not exists (select from audit_entry e where e.id = w.entry_id) limit 1)
            """,
            now - Patience);
        await using var reader = await command.ExecuteReaderAsync(stop);
        return await reader.ReadAsync(stop)
            ? new AuditBreak(reader.GetBoolean(0) ? AuditBreakKind.Unsealed : AuditBreakKind.EntryMissing, null, reader.GetGuid(1))
            : null;
    }

    private Task<int> RecordAsync(DateTimeOffset now, ChainWalk walk, AuditBreak? broken, CancellationToken stop) => source.ExecuteAsync(
        stop,
        "insert into audit_check (at, count, head, broken_kind, broken_seq, entry_id) values ($1, $2, $3, $4, $5, $6)",
        now,
        walk.Count,
        walk.Head,
        broken?.Kind.ToString(),
        broken?.Seq,
        broken?.Entry);
}

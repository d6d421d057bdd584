using Npgsql;

namespace UnionHall.Messaging.Channels;

/// <summary>
/// Keeps and tells how each part of a way in or out is doing, for all nodes. Written past the transaction of the work
/// itself, so that a failure is known although its work was undone.
/// </summary>
internal sealed class ChannelHealth(NpgsqlDataSource source, TimeProvider clock)
{
    /// <summary>The parts of a channel that were used so far, by their codes.</summary>
    public async Task<IReadOnlyList<PartHealth>> ReadAsync(string channel, CancellationToken stop)
    {
        var parts = new List<PartHealth>();
        await using var command = source.CreateCommand("select part, ok_at, failed_at, fault, failures from channel_health where channel = $1 order by part");
        command.Parameters.Add(new NpgsqlParameter { Value = channel });
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
        {
            parts.Add(new PartHealth(
                reader.GetString(0),
                await reader.IsDBNullAsync(1, stop) ? null : reader.GetFieldValue<DateTimeOffset>(1),
                await reader.IsDBNullAsync(2, stop) ? null : reader.GetFieldValue<DateTimeOffset>(2),
                await reader.IsDBNullAsync(3, stop) ? null : reader.GetString(3),
                reader.GetInt32(4)));
        }

        return parts;
    }

    /// <summary>Written at most once a minute while all goes well.</summary>
    public Task WentWellAsync(string channel, string part, CancellationToken stop) => WriteAsync(
        """
        insert into channel_health (channel, part, ok_at, failures) values ($1, $2, $3, 0)
        on conflict (channel, part) do update set ok_at = $3, failures = 0
        where channel_health.failures > 0 or channel_health.ok_at is null or channel_health.ok_at < $3 - interval '1 minute'
        """,
        stop,
        channel,
        part,
        clock.GetUtcNow());

    /// <summary>Anybody may send us rubbish: the same fault is written at most once a second.</summary>
    public Task FailedAsync(string channel, string part, string fault, CancellationToken stop) => WriteAsync(
        """
        insert into channel_health (channel, part, failed_at, fault, failures) values ($1, $2, $3, $4, 1)
        on conflict (channel, part) do update set failed_at = $3, fault = $4, failures = channel_health.failures + 1
        where channel_health.failures = 0 or channel_health.fault is distinct from $4 or channel_health.failed_at < $3 - interval '1 second'
        """,
        stop,
        channel,
        part,
        clock.GetUtcNow(),
        fault);

    private async Task WriteAsync(string sql, CancellationToken stop, params object[] values)
    {
        await using var command = source.CreateCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        await command.ExecuteNonQueryAsync(stop);
    }
}

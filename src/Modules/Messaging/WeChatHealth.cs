using Npgsql;

namespace UnionHall.Messaging;

/// <summary>How one part of the connection to the official account is doing.</summary>
/// <param name="Part">Chinese, e.g. 收消息.</param>
/// <param name="OkAt">When it last went well; null when it never did.</param>
/// <param name="FailedAt">When it last failed; null when it never did.</param>
/// <param name="Fault">What was wrong then and what to do, a Chinese sentence.</param>
/// <param name="Failures">How often since it last went well.</param>
public sealed record WeChatPartHealth(string Part, DateTimeOffset? OkAt, DateTimeOffset? FailedAt, string? Fault, int Failures)
{
    /// <summary>True while it is not working.</summary>
    public bool IsFailing => Failures > 0;
}

/// <summary>
/// Keeps and tells how the connection to the official account is doing, for all nodes. Written past the transaction of
/// the work itself, so that a failure is known although its work was undone.
/// </summary>
public sealed class WeChatHealth
{
    internal const string Push = "push";
    internal const string Token = "token";
    internal const string Send = "send";
    internal const string Media = "media";

    private readonly NpgsqlDataSource source;
    private readonly TimeProvider clock;

    internal WeChatHealth(NpgsqlDataSource source, TimeProvider clock) => (this.source, this.clock) = (source, clock);

    /// <summary>The parts that were used so far.</summary>
    public async Task<IReadOnlyList<WeChatPartHealth>> ReadAsync(CancellationToken stop)
    {
        var parts = new List<WeChatPartHealth>();
        await using var command = source.CreateCommand("select part, ok_at, failed_at, fault, failures from we_chat_health order by part");
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
        {
            parts.Add(new WeChatPartHealth(
                Chinese(reader.GetString(0)),
                await reader.IsDBNullAsync(1, stop) ? null : reader.GetFieldValue<DateTimeOffset>(1),
                await reader.IsDBNullAsync(2, stop) ? null : reader.GetFieldValue<DateTimeOffset>(2),
                await reader.IsDBNullAsync(3, stop) ? null : reader.GetString(3),
                reader.GetInt32(4)));
        }

        return parts;
    }

    /// <summary>Written at most once a minute while all goes well.</summary>
    internal Task WentWellAsync(string part, CancellationToken stop) => WriteAsync(
        """
        insert into we_chat_health (part, ok_at, failures) values ($1, $2, 0)
        on conflict (part) do update set ok_at = $2, failures = 0
        where we_chat_health.failures > 0 or we_chat_health.ok_at is null or we_chat_health.ok_at < $2 - interval '1 minute'
        """,
        stop,
        part,
        clock.GetUtcNow());

    /// <summary>Anybody may send us rubbish: the same fault is written at most once a second.</summary>
    internal Task FailedAsync(string part, string fault, CancellationToken stop) => WriteAsync(
        """
        insert into we_chat_health (part, failed_at, fault, failures) values ($1, $2, $3, 1)
        on conflict (part) do update set failed_at = $2, fault = $3, failures = we_chat_health.failures + 1
        where we_chat_health.failures = 0 or we_chat_health.fault is distinct from $3 or we_chat_health.failed_at < $2 - interval '1 second'
        """,
        stop,
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

    private static string Chinese(string part) => part switch
    {
        Push => "收消息",
        Token => "接口凭证",
        Send => "发消息",
        Media => "取图片和语音",
        _ => part,
    };
}

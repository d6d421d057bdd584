using Npgsql;

namespace UnionHall.Messaging.ReceiveMail.Fetch;

/// <summary>How the doors of the boxes are doing, for all nodes. Written past the transaction of the work itself.</summary>
internal sealed class MailDoors(NpgsqlDataSource source, TimeProvider clock)
{
    public const string Maildir = "maildir";
    public const string Imap = "imap";

    /// <summary>Written at most once a minute while all goes well.</summary>
    public Task WentWellAsync(MailBoxId box, string door, CancellationToken stop) => WriteAsync(
        """
        insert into mail_box_health (box_id, door, ok_at, failures) values ($1, $2, $3, 0)
        on conflict (box_id, door) do update set ok_at = $3, failures = 0
        where mail_box_health.failures > 0 or mail_box_health.ok_at is null or mail_box_health.ok_at < $3 - interval '1 minute'
        """,
        stop,
        box.Value,
        door,
        clock.GetUtcNow());

    public Task FailedAsync(MailBoxId box, string door, string fault, CancellationToken stop) => WriteAsync(
        """
        insert into mail_box_health (box_id, door, failed_at, fault, failures) values ($1, $2, $3, $4, 1)
        on conflict (box_id, door) do update set failed_at = $3, fault = $4, failures = mail_box_health.failures + 1
        """,
        stop,
        box.Value,
        door,
        clock.GetUtcNow(),
        fault);

    /// <summary>How far the fetching of a box is, on whatever node: never back within one folder.</summary>
    public Task ReachedAsync(MailBoxId box, long validity, long uid, CancellationToken stop) => WriteAsync(
        "update mail_box_imap set last_uid = case when uid_validity = $2 then greatest(last_uid, $3) else $3 end, uid_validity = $2 where box_id = $1", stop, box.Value, validity, uid);

    public async Task<IReadOnlyList<DoorHealth>> ReadAsync(CancellationToken stop)
    {
        var doors = new List<DoorHealth>();
        await using var command = source.CreateCommand("select box_id, door, ok_at, failed_at, fault, failures from mail_box_health order by box_id, door");
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
        {
            doors.Add(new DoorHealth(
                new MailBoxId(reader.GetGuid(0)),
                reader.GetString(1),
                await reader.IsDBNullAsync(2, stop) ? null : reader.GetFieldValue<DateTimeOffset>(2),
                await reader.IsDBNullAsync(3, stop) ? null : reader.GetFieldValue<DateTimeOffset>(3),
                await reader.IsDBNullAsync(4, stop) ? null : reader.GetString(4),
                reader.GetInt32(5)));
        }

        return doors;
    }

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

/// <summary>How one door of a box is doing.</summary>
internal sealed record DoorHealth(MailBoxId Box, string Door, DateTimeOffset? OkAt, DateTimeOffset? FailedAt, string? Fault, int Failures)
{
    public string Name => Door == MailDoors.Imap ? "从邮件服务器取" : "邮件夹";
}

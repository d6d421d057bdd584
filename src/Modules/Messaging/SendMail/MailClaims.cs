using Npgsql;
using UnionHall.Platform.Data;

namespace UnionHall.Messaging.SendMail;

/// <summary>Which mails a node may send now: each is claimed by one, for as long as the slowest server may take.</summary>
internal sealed class MailClaims(NpgsqlDataSource source, TimeProvider clock)
{
    private const int Most = 20;
    private static readonly TimeSpan Holds = TimeSpan.FromMinutes(30);

    /// <summary>Those that are due, oldest first.</summary>
    public Task<IReadOnlyList<OutgoingMailId>> DueAsync(CancellationToken stop) => ClaimAsync(
        $"""
        select id from mail_out where state = 'waiting' and due_at <= $1 and (claimed_until is null or claimed_until < $1)
        order by due_at limit {Most} for update skip locked
        """,
        stop);

    /// <returns>False when another node is busy with it.</returns>
    public async Task<bool> TakeAsync(OutgoingMailId mail, CancellationToken stop) => (await ClaimAsync(
        "select id from mail_out where id = $3 and state = 'waiting' and (claimed_until is null or claimed_until < $1) for update skip locked", stop, mail.Value)).Count > 0;

    /// <summary>Before each is sent, for those before it may have taken long.</summary>
    /// <returns>False when the claim ran out: another node may have it by now.</returns>
    public async Task<bool> HoldAsync(OutgoingMailId mail, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        return await source.ExecuteAsync(stop, "update mail_out set claimed_until = $2 where id = $3 and state = 'waiting' and claimed_until > $1", now, now + Holds, mail.Value) > 0;
    }

    private async Task<IReadOnlyList<OutgoingMailId>> ClaimAsync(string which, CancellationToken stop, params object[] more)
    {
        var now = clock.GetUtcNow();
        var claimed = new List<OutgoingMailId>();
        await using var command = source.CreateCommand($"with due as materialized ({which}) update mail_out set claimed_until = $2 from due where mail_out.id = due.id returning mail_out.id");
        foreach (var value in (object[])[now, now + Holds, .. more])
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
        {
            claimed.Add(new OutgoingMailId(reader.GetGuid(0)));
        }

        return claimed;
    }
}

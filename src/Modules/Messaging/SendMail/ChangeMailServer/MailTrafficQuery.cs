using Npgsql;
using UnionHall.Messaging.Channels;

namespace UnionHall.Messaging.SendMail.ChangeMailServer;

/// <summary>How the mail goes.</summary>
/// <param name="Retrying">Of those that wait, how many were tried in vain.</param>
/// <param name="Health">Null before the first mail.</param>
internal sealed record MailTraffic(int Waiting, int Retrying, int Failed, PartHealth? Health);

internal sealed class MailTrafficQuery(NpgsqlDataSource source, ChannelHealth health)
{
    public async Task<MailTraffic> ReadAsync(CancellationToken stop)
    {
        var part = (await health.ReadAsync(MailDispatch.Channel, stop)).SingleOrDefault(one => one.Part == MailDispatch.Part);
        await using var command = source.CreateCommand(
            """
            select count(*) filter (where state = 'waiting')::int, count(*) filter (where state = 'waiting' and attempts > 0)::int, count(*) filter (where state = 'failed')::int
            from mail_out where state in ('waiting', 'failed')
            """);
        await using var reader = await command.ExecuteReaderAsync(stop);
        await reader.ReadAsync(stop);
        return new MailTraffic(reader.GetInt32(0), reader.GetInt32(1), reader.GetInt32(2), part);
    }
}

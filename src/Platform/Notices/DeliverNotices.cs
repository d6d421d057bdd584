using Npgsql;
using UnionHall.Platform.Data;
using UnionHall.Platform.Jobs;
using UnionHall.Platform.Security;
using UnionHall.Platform.Signals;

namespace UnionHall.Platform.Notices;

/// <summary>Tells what waited for the end of somebody's rest, and gathers into one line what he wants to hear once a day.</summary>
internal sealed class DeliverNotices(NpgsqlDataSource source, SignalBus signals, TimeProvider clock) : IRecurringJob
{
    /// <summary>The kind of the line that stands for many.</summary>
    public const string Digest = "digest";

    private const string Send = """
        update notice set state = 'sent', sent_at = $1, attempts = attempts + 1
        where id in (select id from notice where state = 'waiting' and due_at <= $1 order by due_at limit 500 for update skip locked)
        returning account
        """;

    private const string Gather = """
        with due as (
            select account from notice where state = 'gathered' and due_at <= $1 order by due_at limit 1
        ), gathered as (
            update notice set state = 'sent', sent_at = $1, attempts = attempts + 1, digest = $2
            where account = (select account from due) and state = 'gathered' and due_at <= $1
            returning account
        )
        insert into notice (id, account, at, title, link, kind, channel, state, sent_at, attempts, cost)
        select $2, account, $1, '攒了 ' || count(*) || ' 条消息，一起看', '/notices?digest=' || $3, 'digest', 'site', 'sent', $1, 1, 0
        from gathered group by account
        returning account
        """;

    public string Name => "deliver-notices";

    public TimeSpan Every => TimeSpan.FromSeconds(30);

    public async Task RunAsync(CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        while (await TellAsync(source.Command(Send, now), stop) > 0)
        {
        }

        Guid id;
        do
        {
            id = SortableId.Next(now);
        }
        while (await TellAsync(source.Command(Gather, now, id, id.ToString("N")), stop) > 0);
    }

    private async Task<int> TellAsync(NpgsqlCommand command, CancellationToken stop)
    {
        var told = new List<AccountId>();
        await using (command)
        {
            await using var reader = await command.ExecuteReaderAsync(stop);
            while (await reader.ReadAsync(stop))
            {
                told.Add(new AccountId(reader.GetGuid(0)));
            }
        }

        foreach (var account in told.Distinct())
        {
            signals.Raise(LiveEndpoint.NoticeTopic(account));
        }

        return told.Count;
    }
}

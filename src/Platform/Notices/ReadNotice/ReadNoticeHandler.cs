using Npgsql;
using UnionHall.Platform.Data;
using UnionHall.Platform.Security;
using UnionHall.Platform.Signals;

namespace UnionHall.Platform.Notices.ReadNotice;

/// <summary>Marks notices as read. That is the reader's own mark and no business of the audit log.</summary>
internal sealed class ReadNoticeHandler(NpgsqlDataSource source, SignalBus signals, TimeProvider clock)
{
    /// <returns>Where the notice leads, or null when the account has no such notice.</returns>
    public async Task<string?> ReadAsync(AccountId account, Guid id, CancellationToken stop)
    {
        await using var command = source.Command(
            "update notice set read_at = coalesce(read_at, $3) where id = $1 and account = $2 returning link", id, account.Value, clock.GetUtcNow());
        var link = (string?)await command.ExecuteScalarAsync(stop);
        if (link is not null)
        {
            signals.Raise(LiveEndpoint.NoticeTopic(account));
        }

        return link;
    }

    public async Task ReadAllAsync(AccountId account, CancellationToken stop)
    {
        await source.ExecuteAsync(stop, "update notice set read_at = $2 where account = $1 and read_at is null and state <> 'gathered'", account.Value, clock.GetUtcNow());
        signals.Raise(LiveEndpoint.NoticeTopic(account));
    }
}

using Npgsql;
using UnionHall.Platform.Data;
using UnionHall.Platform.Security;

namespace UnionHall.Platform.Notices;

/// <summary>How many notices the reader of a page has not read, counted to 100.</summary>
public sealed class UnreadNotices(NpgsqlDataSource source) : IFrameRead
{
    private const string Count = "select count(*)::int from (select from notice where account = $1 and read_at is null and state = 'sent' and digest is null limit 100) unread";

    private (AccountId Account, int? Count) asked;

    /// <inheritdoc/>
    public NpgsqlBatchCommand Ask(AccountId account)
    {
        asked = (account, null);
        return Sql.Ask(Count, account.Value);
    }

    /// <inheritdoc/>
    public async Task ReadAsync(NpgsqlDataReader rows, CancellationToken stop) => asked.Count = await rows.ReadAsync(stop) ? rows.GetInt32(0) : null;

    /// <summary>As the frame of the page shows it.</summary>
    public async ValueTask<int> OfAsync(AccountId account, CancellationToken stop) => asked.Account == account && asked.Count is { } count ? count : await CountAsync(account, stop);

    /// <summary>As it is now.</summary>
    public async Task<int> CountAsync(AccountId account, CancellationToken stop)
    {
        await using var command = source.Command(Count, account.Value);
        return (int)(await command.ExecuteScalarAsync(stop))!;
    }
}

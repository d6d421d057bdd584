using Npgsql;
using UnionHall.Platform.Data;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;

namespace UnionHall.Platform.Notices.ReadNoticeLedger;

/// <summary>Reads every message to a person, newest first, without its words: those are the reader's.</summary>
internal sealed class NoticeLedger(NpgsqlDataSource source, AccountDirectory accounts)
{
    public const int PageSize = 50;

    /// <summary>A page and one more where there is a next page.</summary>
    public async Task<IReadOnlyList<LedgerRow>> PageAsync(LedgerFilter filter, Guid? after, CancellationToken stop)
    {
        await using var command = Command("select id, account, at, kind, channel, state, due_at, sent_at, attempts, cost, error, read_at", filter, after, $"order by id desc limit {PageSize + 1}");
        var rows = new List<LedgerRow>();
        await using (var reader = await command.ExecuteReaderAsync(stop))
        {
            while (await reader.ReadAsync(stop))
            {
                rows.Add(new LedgerRow(
                    reader.GetGuid(0), new AccountId(reader.GetGuid(1)), reader.GetFieldValue<DateTimeOffset>(2), reader.GetString(3), reader.GetString(4), EnumWord.Read<NoticeState>(reader.GetString(5)),
                    Moment(reader, 6), Moment(reader, 7), reader.GetInt32(8), reader.GetDecimal(9), reader.IsDBNull(10) ? null : reader.GetString(10), Moment(reader, 11)));
            }
        }

        var people = await accounts.OfAsync([.. rows.Select(row => row.Account).Distinct()], stop);
        return [.. rows.Select(row => row with { Name = people.GetValueOrDefault(row.Account)?.Name ?? "注销的账号" })];
    }

    /// <summary>How many by channel and state, and what they cost.</summary>
    public async Task<IReadOnlyList<LedgerSum>> SumAsync(LedgerFilter filter, CancellationToken stop)
    {
        await using var command = Command("select channel, state, count(*)::int, count(*) filter (where read_at is not null)::int, sum(cost)", filter, null, "group by channel, state order by channel, state");
        await using var reader = await command.ExecuteReaderAsync(stop);
        var sums = new List<LedgerSum>();
        while (await reader.ReadAsync(stop))
        {
            sums.Add(new LedgerSum(reader.GetString(0), EnumWord.Read<NoticeState>(reader.GetString(1)), reader.GetInt32(2), reader.GetInt32(3), reader.GetDecimal(4)));
        }

        return sums;
    }

    private NpgsqlCommand Command(string select, LedgerFilter filter, Guid? after, string order)
    {
        var where = new List<string>();
        var command = source.CreateCommand();
        Add("id >= {0}", TimeKey.At(ChinaTime.StartOf(filter.From)));
        Add("id < {0}", TimeKey.At(ChinaTime.StartOf(filter.To.AddDays(1))));
        Add("id < {0}", after);
        Add("account = {0}", filter.Account?.Value);
        Add("kind = {0}", filter.Kind);
        if (filter.State is { } state)
        {
            // A literal: the planner must see that the partial index of unsent ones covers it.
            where.Add($"state = '{EnumWord.Of(state)}'");
        }

        command.CommandText = $"{select} from notice where {string.Join(" and ", where)} {order}";
        return command;

        void Add(string condition, object? value)
        {
            if (value is not null)
            {
                command.Parameters.Add(new NpgsqlParameter { Value = value });
                where.Add(condition.Replace("{0}", $"${command.Parameters.Count}", StringComparison.Ordinal));
            }
        }
    }

    private static DateTimeOffset? Moment(NpgsqlDataReader reader, int at) => reader.IsDBNull(at) ? null : reader.GetFieldValue<DateTimeOffset>(at);
}

/// <summary>What the ledger is narrowed by; the days always are.</summary>
internal sealed record LedgerFilter(DateOnly From, DateOnly To)
{
    public AccountId? Account { get; init; }

    public string? Kind { get; init; }

    public NoticeState? State { get; init; }
}

/// <summary>One message and what became of it.</summary>
internal sealed record LedgerRow(
    Guid Id, AccountId Account, DateTimeOffset At, string Kind, string Channel, NoticeState State, DateTimeOffset? DueAt, DateTimeOffset? SentAt, int Attempts, decimal Cost, string? Error, DateTimeOffset? ReadAt)
{
    public string Name { get; init; } = "";
}

/// <summary>Messages of one channel in one state.</summary>
internal sealed record LedgerSum(string Channel, NoticeState State, int Count, int Read, decimal Cost);

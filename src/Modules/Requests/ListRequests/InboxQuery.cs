using Npgsql;
using UnionHall.Organisation;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;
using UnionHall.Requests.Data;
using UnionHall.Requests.Intake;
using UnionHall.Requests.PreviewRequest;

namespace UnionHall.Requests.ListRequests;

/// <summary>Reads a page of a list: one round trip for its rows and numbers, and one for what hangs on them, the names of people and the preview.</summary>
internal sealed class InboxQuery(
    NpgsqlDataSource source, InboxReach reach, InboxNames names, StaffDirectory staff, PreviewQuery previews, IdentitySeal seal, TimeProvider clock)
{
    private const int MostPeople = 5;

    /// <param name="chosen">The reference of the row whose words stand beside the list; null for the first.</param>
    public async Task<InboxPage> ReadAsync(Actor actor, InboxFilter filter, string? chosen, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var sql = new InboxSql(filter, await reach.OfAsync(actor, filter.Unit, stop), actor, seal, now);
        var all = filter.Unit is null ? sql : new InboxSql(filter, await reach.OfAsync(actor, null, stop), actor, seal, now);
        var (found, count, strip, load, absences) = await AnswerAsync(
            [sql.Rows(InboxPage.Size + 1), sql.Count(), all.Strip(), all.Workload(MostPeople), staff.AbsencesToday()],
            async reader => (
                await ListAsync(reader, Raw, stop),
                (await NextAsync(reader, row => row.GetInt32(0), stop))[0],
                (await NextAsync(reader, row => (Late: row.GetInt32(0), Today: row.GetInt32(1), Asked: row.GetInt32(2)), stop))[0],
                await NextAsync(reader, row => (Who: row.IsDBNull(0) ? (Guid?)null : row.GetGuid(0), Open: row.GetInt32(1), Late: row.GetInt32(2)), stop),
                await NextAsync(reader, StaffDirectory.AbsenceOf, stop)),
            stop);

        var shown = found.Take(InboxPage.Size).ToList();
        var ids = InboxNames.PeopleOf(shown).Union(load.Select(one => one.Who).OfType<Guid>().Select(key => new AccountId(key)));
        var beside = Reference.Parse(chosen ?? shown.FirstOrDefault()?.Reference) ?? "";
        var (people, preview) = await AnswerAsync(
            [AccountDirectory.Ask(ids), PreviewQuery.Ask(actor, beside)],
            async reader => (await ListAsync(reader, AccountDirectory.SummaryOf, stop), await reader.NextResultAsync(stop) ? await previews.ReadAsync(reader, stop) : null),
            stop);
        var words = await names.WordsAsync(shown, people, absences, now, stop);
        return new InboxPage
        {
            Rows = [.. shown.Select(words.Of)],
            Count = count > sql.Counted ? null : count,
            Counted = sql.Counted,
            First = (filter.After?.Shown ?? 0) + 1,
            Next = found.Count > InboxPage.Size ? After(shown[^1], (filter.After?.Shown ?? 0) + shown.Count) : null,
            Late = strip.Late,
            Today = strip.Today,
            Asked = strip.Asked,
            Workload = [.. load.Select(one => new Workload(words.Person(one.Who) ?? "待领", one.Open, one.Late, words.Away(one.Who) is not null))],
            Preview = await previews.NamedAsync(preview, stop),
        };
    }

    /// <summary>How many there are and the first few, before a list is opened or kept.</summary>
    public async Task<ListPeek> PeekAsync(Actor actor, InboxFilter filter, int rows, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var sql = new InboxSql(filter, await reach.OfAsync(actor, filter.Unit, stop), actor, seal, now);
        var (found, count) = await AnswerAsync(
            [sql.Rows(rows), sql.Count()], async reader => (await ListAsync(reader, Raw, stop), (await NextAsync(reader, row => row.GetInt32(0), stop))[0]), stop);
        var words = await names.WordsAsync(found, await PeopleAsync(found, stop), [], now, stop);
        return new ListPeek([.. found.Select(words.Of)], count > sql.Counted ? null : count, sql.Counted);
    }

    /// <summary>The five lists of 今天 with at most a few rows each, in the order asked, and the numbers of the strip.</summary>
    public async Task<(IReadOnlyList<IReadOnlyList<InboxRow>> Lists, int Late, int Today)> GlanceAsync(
        Actor actor, IReadOnlyList<InboxView> views, int rows, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var ranges = await reach.OfAsync(actor, null, stop);
        var (found, strip, absences) = await AnswerAsync(
            [
                .. views.Select(view => new InboxSql(new InboxFilter { View = view }, ranges, actor, seal, now).Rows(rows)),
                new InboxSql(new InboxFilter(), ranges, actor, seal, now).Strip(),
                staff.AbsencesToday(),
            ],
            async reader => (
                await ListsAsync(reader, views.Count, stop),
                (await NextAsync(reader, row => (Late: row.GetInt32(0), Today: row.GetInt32(1)), stop))[0],
                await NextAsync(reader, StaffDirectory.AbsenceOf, stop)),
            stop);
        var all = found.SelectMany(list => list).ToList();
        var words = await names.WordsAsync(all, await PeopleAsync(all, stop), absences, now, stop);
        return ([.. found.Select(list => list.ConvertAll(words.Of))], strip.Late, strip.Today);
    }

    private Task<List<AccountSummary>> PeopleAsync(IEnumerable<RawRow> rows, CancellationToken stop) =>
        AnswerAsync([AccountDirectory.Ask(InboxNames.PeopleOf(rows))], reader => ListAsync(reader, AccountDirectory.SummaryOf, stop), stop);

    private static InboxCursor After(RawRow row, int shown) => new(row.NextDueAt, row.Id, shown);

    /// <summary>The reader is given back once and before anything else is asked: Npgsql lends the same object to the next who reads.</summary>
    private async Task<T> AnswerAsync<T>(IEnumerable<NpgsqlBatchCommand> commands, Func<NpgsqlDataReader, Task<T>> read, CancellationToken stop)
    {
        await using var batch = source.CreateBatch();
        foreach (var command in commands)
        {
            batch.BatchCommands.Add(command);
        }

        await using var reader = await batch.ExecuteReaderAsync(stop);
        return await read(reader);
    }

    private static async Task<List<List<RawRow>>> ListsAsync(NpgsqlDataReader reader, int count, CancellationToken stop)
    {
        var lists = new List<List<RawRow>> { await ListAsync(reader, Raw, stop) };
        while (lists.Count < count)
        {
            lists.Add(await NextAsync(reader, Raw, stop));
        }

        return lists;
    }

    private static async Task<List<T>> NextAsync<T>(NpgsqlDataReader reader, Func<NpgsqlDataReader, T> read, CancellationToken stop)
    {
        await reader.NextResultAsync(stop);
        return await ListAsync(reader, read, stop);
    }

    private static async Task<List<T>> ListAsync<T>(NpgsqlDataReader reader, Func<NpgsqlDataReader, T> read, CancellationToken stop)
    {
        var rows = new List<T>();
        while (await reader.ReadAsync(stop))
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    internal static RawRow Raw(NpgsqlDataReader row) => new(
        row.GetGuid(0),
        row.GetString(1),
        row.GetString(2),
        row.GetString(3),
        EnumText.Parse<RequestState>(row.GetString(4)),
        EnumText.Parse<Visibility>(row.GetString(5)),
        EnumText.Parse<MatterType>(row.GetString(6)),
        EnumText.Parse<Channel>(row.GetString(8)),
        row.GetGuid(9),
        row.IsDBNull(10) ? null : row.GetGuid(10),
        row.IsDBNull(11) ? null : row.GetGuid(11),
        row.GetFieldValue<DateTimeOffset>(12),
        row.GetFieldValue<DateTimeOffset>(14),
        row.GetInt32(15),
        row.GetBoolean(16),
        row.IsDBNull(17) ? row.GetFieldValue<DateTimeOffset>(12) : row.GetFieldValue<DateTimeOffset>(17))
    {
        LimitUnit = EnumText.Parse<LimitUnit>(row.GetString(18)),
        PausedUntil = row.IsDBNull(19) ? null : row.GetFieldValue<DateTimeOffset>(19),
        IsDeferred = row.GetBoolean(20),
        People = row.GetInt32(21),
    };
}

/// <summary>A row as the database gives it.</summary>
internal sealed record RawRow(
    Guid Id, string Reference, string Title, string Words, RequestState State, Visibility Visibility, MatterType MatterType, Channel Channel, Guid Unit, Guid? WorksAt,
    Guid? Assignee, DateTimeOffset SubmittedAt, DateTimeOffset NextDueAt, int Disputes, bool IsOpen, DateTimeOffset StartedAt)
{
    public LimitUnit LimitUnit { get; init; } = LimitUnit.WorkingDays;

    public DateTimeOffset? PausedUntil { get; init; }

    public bool IsDeferred { get; init; }

    public int People { get; init; } = 1;
}

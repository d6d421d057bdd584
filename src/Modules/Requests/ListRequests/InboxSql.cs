using System.Text;
using Npgsql;
using UnionHall.Platform.Data;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;
using UnionHall.Requests.Intake;
using UnionHall.Text;

namespace UnionHall.Requests.ListRequests;

/// <summary>
/// Writes the SQL of a list: per unit one range of scope rows, cut to a page, then merged. Hand-written because the
/// planner must stay on request_reach_open and on the key (unit_id, request_id), whatever is filtered.
/// </summary>
internal sealed class InboxSql(InboxFilter filter, IReadOnlyList<ReachRange> ranges, Actor actor, IdentitySeal seal, DateTimeOffset now)
{
    private const int CountLimit = InboxPage.MostCounted + 1;
    private const int FilteredLimit = 1_000;

    /// <summary>What the platform writes by itself, such as a breach, answers nobody.</summary>
    private static readonly string ByAPerson =
        $"(t.account is not null or t.kind in ({string.Join(", ", TimelineKinds.OfTheWorker.Select(kind => $"'{EnumText.Code(kind)}'"))}))";

    private static readonly string[] Nothing = ["select null::timestamptz as due_at, null::uuid as request_id where false"];

    /// <summary>The rows of a page and one more.</summary>
    public NpgsqlBatchCommand Rows(int limit)
    {
        var command = new NpgsqlBatchCommand();
        command.CommandText = $"""
            select q.id, q.reference, q.title, left(q.words, 90), q.state, q.visibility, q.matter_type, q.category, q.channel, q.current_unit, q.works_at,
                   q.assignee, q.submitted_at, q.due_at, q.next_due_at, q.disputes, q.is_open, o.dispatched_at, q.limit_unit, q.paused_until, q.is_deferred, q.people
            from ({Keys(command, limit)}) k
            join request q on q.id = k.request_id
            left join lateral (select w.dispatched_at from work_order w where w.request_id = q.id and w.role = 'lead' order by w.finished_at is null desc, w.id desc limit 1) o on true
            order by {Order("k.")}
            """;
        return command;
    }

    /// <summary>The rows of a download, words of named requests only.</summary>
    public NpgsqlBatchCommand Download(int limit)
    {
        var command = new NpgsqlBatchCommand();
        command.CommandText = $"""
            select q.reference, case when q.visibility = 'named' then q.title end, case when q.visibility = 'named' then q.words end, q.state, q.matter_type, q.category, s.name, q.channel, q.visibility,
                   q.owner, q.current_unit, case when q.visibility = 'named' then q.works_at end, q.submitted_at, q.due_at, q.first_reply_at, q.replied_at, q.closed_at,
                   q.outcome, q.rating, q.disputes
            from ({Keys(command, limit)}) k
            join request q on q.id = k.request_id
            join service s on s.id = q.service_id
            order by {Order("k.")}
            """;
        return command;
    }

    /// <summary>How far <see cref="Count"/> counts: less far where each row has to be looked up in another table.</summary>
    public int Counted { get; private set; } = InboxPage.MostCounted;

    /// <summary>How many there are, counted to one more than <see cref="Counted"/>.</summary>
    public NpgsqlBatchCommand Count()
    {
        var command = new NpgsqlBatchCommand();
        var branches = Branches(command, withCursor: false).ToList();
        Counted = branches.Exists(branch => branch.Contains(" join ", StringComparison.Ordinal)) ? FilteredLimit : InboxPage.MostCounted;
        var counted = string.Join(" union ", branches.Select(branch => $"({branch} limit {Counted + 1})"));
        command.CommandText = $"select count(*)::int from ({counted}) counted";
        return command;
    }

    /// <summary>What is overdue, due today and waiting for workers in all of the actor's units.</summary>
    public NpgsqlBatchCommand Strip()
    {
        var command = new NpgsqlBatchCommand();
        var (at, end) = (Add(command, now), Add(command, EndOfToday));
        var rows = string.Join(" union ", ranges.Select(range => $"(select r.request_id, r.due_at from request_reach r where {Range(command, range)} and r.is_open and r.due_at < {end} limit {CountLimit})"));
        var asked = string.Join(" union ", ranges.Select(range => $"(select r.request_id from request_reach r where {Range(command, range)} and r.state = 'asked' limit {CountLimit})"));
        command.CommandText = ranges.Count == 0
            ? $"select 0, 0, 0 where {at} < {end}"
            : $"""
               select count(*) filter (where due_at < {at})::int, count(*) filter (where due_at >= {at})::int,
                      (select count(*)::int from ({asked}) waiting)
               from ({rows}) due
               """;
        return command;
    }

    /// <summary>Who has how many in the actor's own units; nobody is null.</summary>
    public NpgsqlBatchCommand Workload(int people)
    {
        var command = new NpgsqlBatchCommand();
        Guid[] own = [.. actor.Where(Permission.HandleRequests).Select(grant => grant.Unit.Value).Distinct()];
        var (units, at) = (Add(command, own), Add(command, now));
        command.CommandText = $"""
            select assignee, count(*)::int, count(*) filter (where next_due_at < {at})::int
            from request where is_open and current_unit = any ({units}){NotAbout(command, "id")}
                and (mail_box_id is null or exists (select from request_reach r where r.request_id = request.id and r.unit_id = any ({units}))) group by assignee order by assignee is null, count(*) desc limit {people}
            """;
        return command;
    }

    private string Keys(NpgsqlBatchCommand command, int limit)
    {
        var keys = string.Join("\n union ", Branches(command, withCursor: true).Select(branch => $"({branch} order by {Order("")} limit {limit})"));
        return $"select due_at, request_id from ({keys}) merged order by {Order("")} limit {limit}";
    }

    private string Order(string of) => filter.ByDeadline ? $"{of}due_at, {of}request_id" : $"{of}request_id desc";

    private DateTimeOffset EndOfToday => ChinaTime.StartOf(ChinaTime.DateOf(now).AddDays(1));

    private IEnumerable<string> Branches(NpgsqlBatchCommand command, bool withCursor)
    {
        var found = filter.Search is null ? [("", "")] : Searches(command).ToArray();
        return ranges.Count == 0 || found.Length == 0 ? Nothing : ranges.SelectMany(range => found.Select(search => Branch(command, range, search, withCursor)));
    }

    private string Branch(NpgsqlBatchCommand command, ReachRange range, (string Join, string Where) search, bool withCursor)
    {
        var sql = new StringBuilder("select r.due_at, r.request_id from request_reach r").Append(search.Join);
        var conditions = Conditions(command).ToList();
        if (conditions.Exists(condition => condition.Contains("q.", StringComparison.Ordinal)) && !search.Join.Contains(" request q ", StringComparison.Ordinal))
        {
            sql.Append(" join request q on q.id = r.request_id");
        }

        sql.Append(" where ").Append(Range(command, range)).Append(search.Where);
        foreach (var condition in withCursor ? conditions.Concat(Cursor(command)) : conditions)
        {
            sql.Append(" and ").Append(condition);
        }

        return sql.ToString();
    }

    private string Range(NpgsqlBatchCommand command, ReachRange range) =>
        $"r.unit_id = {Add(command, range.Unit.Value)}{(range.DirectOnly ? " and r.direct" : "")}{NotAbout(command, "r.request_id")}";

    /// <summary>What is about the reader himself he does not see. An array, read once before the rows: the planner stays on its index.</summary>
    private string NotAbout(NpgsqlBatchCommand command, string request) =>
        actor.Account is { } account ? $" and {request} <> all (array(select a.request_id from accused a where a.account = {Add(command, account.Value)}))" : "";

    /// <summary>A reference exactly; else a person exactly, whom only named requests keep a fingerprint of, and words exactly.</summary>
    private IEnumerable<(string Join, string Where)> Searches(NpgsqlBatchCommand command)
    {
        if (Reference.Parse(filter.Search) is { } reference)
        {
            yield return (" join request q on q.id = r.request_id", $" and q.reference = {Add(command, reference)}");
            yield break;
        }

        const string Person = " join requester p on p.request_id = r.request_id";
        if (Mobile.Read(filter.Search).Value is { } mobile)
        {
            yield return (Person, $" and p.phone_print = {Add(command, seal.PhonePrint(mobile.Number))}");
            yield break;
        }

        yield return (Person, $" and p.name_print = {Add(command, seal.NamePrint(filter.Search!))}");
        if (Bigrams.ToTsQuery(filter.Search) is { } words)
        {
            yield return (" join request q on q.id = r.request_id", $" and q.word_index @@ {Add(command, words)}::tsquery");
        }
    }

    private IEnumerable<string> Conditions(NpgsqlBatchCommand command)
    {
        if (filter.View.IsOpen)
        {
            yield return "r.is_open";
        }

        switch (filter.View.Code)
        {
            case "mine": yield return $"q.is_open and q.assignee = {Add(command, actor.Account?.Value ?? Guid.Empty)}"; break;
            case "waiting": yield return "r.state in ('submitted', 'dispatched')"; break;
            case "answered":
                yield return $"q.is_open and q.assignee = {Add(command, actor.Account?.Value ?? Guid.Empty)}";
                yield return $"(select t.kind from timeline_entry t where t.request_id = q.id and t.kind <> 'worker-chased' and {ByAPerson} order by t.id desc limit 1) in ('answered', 'supplemented')";
                break;
            case "late": yield return $"r.due_at < {Add(command, now)}"; break;
            case "today": yield return $"r.due_at >= {Add(command, now)} and r.due_at < {Add(command, EndOfToday)}"; break;
            case "disputed": yield return "r.in_dispute"; break;
            case "asked" or "replied": yield return $"r.state = '{filter.View.Code}'"; break;
            case "collective": yield return "q.people > 1"; break;
            case "merged": yield return "r.state = 'merged'"; break;

            // What is handled under another does not count twice; looked for, it is found.
            case "all" when filter is { Search: null, State: null }: yield return "r.state <> 'merged'"; break;
            case "supervised":
                yield return "q.supervised_at is not null";
                yield return "r.state <> 'merged'";
                break;
            case "approval": yield return "q.approval_asked_at is not null"; break;
            case "problem": yield return "q.problem_at is not null"; break;
            case "sealed": yield return "q.visibility in ('hidden', 'anonymous')"; break;
            case "closed": yield return "not r.is_open and q.closed_at is not null"; break;
        }

        foreach (var condition in Chosen(command))
        {
            yield return condition;
        }
    }

    /// <summary>Dates bound the keys, which begin with the moment of submission: no column has to be looked up.</summary>
    private IEnumerable<string> Chosen(NpgsqlBatchCommand command)
    {
        (string Column, string? Value)[] codes =
        [
            ("q.matter_type", filter.Type is { } type ? EnumText.Code(type) : null),
            ("q.channel", filter.Channel is { } channel ? EnumText.Code(channel) : null), ("q.visibility", filter.Visibility is { } visibility ? EnumText.Code(visibility) : null),
        ];
        // A literal: the planner must see that the partial index of open states covers it.
        if (filter.State is { } state)
        {
            yield return $"r.state = '{EnumText.Code(state)}'";
        }

        foreach (var (column, value) in codes.Where(code => code.Value is not null))
        {
            yield return $"{column} = {Add(command, value!)}";
        }

        if (filter.Category is { } category && Add(command, category) is { } place)
        {
            yield return $"(q.category = {place} or q.category in (select code from category where parent_code = {place}))";
        }

        if (filter.Service is { } service)
        {
            yield return $"q.service_id in (select id from service where code = {Add(command, service)})";
        }

        if (filter.Assignee is { } assignee)
        {
            yield return assignee == Guid.Empty ? "q.assignee is null" : $"q.assignee = {Add(command, assignee)}";
        }

        if (filter.From is { } from)
        {
            yield return $"r.request_id >= {Add(command, TimeKey.At(ChinaTime.StartOf(from)))}";
        }

        if (filter.To is { } to)
        {
            yield return $"r.request_id < {Add(command, TimeKey.At(ChinaTime.StartOf(to.AddDays(1))))}";
        }
    }

    private IEnumerable<string> Cursor(NpgsqlBatchCommand command)
    {
        if (filter.After is { } after)
        {
            yield return filter.ByDeadline
                ? $"(r.due_at, r.request_id) > ({Add(command, after.DueAt)}, {Add(command, after.Request)})"
                : $"r.request_id < {Add(command, after.Request)}";
        }
    }

    private static string Add(NpgsqlBatchCommand command, object value)
    {
        command.Parameters.Add(new NpgsqlParameter { Value = value is DateTimeOffset at ? at.ToUniversalTime() : value });
        return $"${command.Parameters.Count}";
    }
}

using Npgsql;
using UnionHall.Organisation;
using UnionHall.Platform.Data;
using UnionHall.Platform.Security;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.PreviewRequest;

/// <summary>What stands beside a list: the words, who has it, the latest line. In plain SQL: every look at a list asks it.</summary>
internal sealed class PreviewQuery(NpgsqlDataSource source, UnitDirectory units, TimeProvider clock)
{
    /// <summary>What nobody said.</summary>
    private static readonly string[] Unsaid =
        [.. new[] { TimelineKind.Assigned, TimelineKind.Breached, TimelineKind.DutyStarted, TimelineKind.Recomputed }.Select(EnumText.Code)];

    public async Task<Preview?> FindAsync(Actor actor, string reference, CancellationToken stop)
    {
        if (Reference.Parse(reference) is not { } number)
        {
            return null;
        }

        return await NamedAsync(await OneAsync(actor, number, stop), stop);
    }

    private async Task<Preview?> OneAsync(Actor actor, string number, CancellationToken stop)
    {
        await using var batch = source.CreateBatch();
        batch.BatchCommands.Add(Ask(actor, number));
        await using var reader = await batch.ExecuteReaderAsync(stop);
        return await ReadAsync(reader, stop);
    }

    /// <summary>With the name of its unit: looked up when no reader is open, which would hold two connections.</summary>
    public async ValueTask<Preview?> NamedAsync(Preview? preview, CancellationToken stop) =>
        preview is null ? null : preview with { Unit = (await units.FindAsync(preview.UnitId, stop))?.Name ?? "" };

    /// <summary>For a batch of the caller's; its answer is read by <see cref="ReadAsync"/>.</summary>
    public static NpgsqlBatchCommand Ask(Actor actor, string number)
    {
        var (whole, only) = Scope.Units(actor, Permission.ReadRequests);
        return Sql.Ask(
            """
            select q.reference, q.title, q.words, q.state, q.visibility, q.matter_type, q.channel, q.current_unit, q.submitted_at, q.next_due_at, q.is_open,
                   (select count(*)::int from request_file f where f.request_id = q.id), q.id,
                   t.kind, t.at, t.is_public, t.actor_name, t.account, t.text
            from request q
            left join lateral (
                select kind, at, is_public, actor_name, account, text from timeline_entry
                where request_id = q.id and text is not null and kind <> all ($5) and (kind <> 'resumed' or account is not null)
                order by id desc limit 1) t on true
            where q.reference = $1
              and exists (select from request_reach r where r.request_id = q.id and (r.unit_id = any ($2) or (r.unit_id = any ($3) and r.direct)))
              and not exists (select from accused a where a.request_id = q.id and a.account = $4)
            """,
            number,
            Keys(whole),
            Keys(only),
            actor.Account?.Value,
            Unsaid);
    }

    public async Task<Preview?> ReadAsync(NpgsqlDataReader row, CancellationToken stop) => !await row.ReadAsync(stop) ? null : new Preview(
        row.GetString(0),
        row.GetString(1),
        row.GetString(2),
        EnumText.Parse<RequestState>(row.GetString(3)),
        EnumText.Parse<Visibility>(row.GetString(4)),
        EnumText.Parse<MatterType>(row.GetString(5)),
        EnumText.Parse<Channel>(row.GetString(6)),
        new UnitId(row.GetGuid(7)),
        row.GetFieldValue<DateTimeOffset>(8),
        row.GetFieldValue<DateTimeOffset>(9),
        row.GetBoolean(10),
        row.GetInt32(11),
        row.IsDBNull(13) ? null : Latest(row),
        clock.GetUtcNow());

    private static TimelineEntry Latest(NpgsqlDataReader row) => TimelineEntry.Of(
        new RequestId(row.GetGuid(12)),
        EnumText.Parse<TimelineKind>(row.GetString(13)),
        new Actor(row.IsDBNull(17) ? null : new AccountId(row.GetGuid(17)), row.GetString(16), []),
        row.GetFieldValue<DateTimeOffset>(14),
        text: row.GetString(18),
        isPublic: row.GetBoolean(15));

    private static Guid[] Keys(UnitId[] these) => [.. these.Select(unit => unit.Value)];
}

/// <summary>A request as it stands beside a list.</summary>
internal sealed record Preview(
    string Reference, string Title, string Words, RequestState State, Visibility Visibility, MatterType MatterType, Channel Channel, UnitId UnitId,
    DateTimeOffset SubmittedAt, DateTimeOffset NextDueAt, bool IsOpen, int Files, TimelineEntry? Latest, DateTimeOffset Now)
{
    /// <summary>The name of the unit that has it.</summary>
    public string Unit { get; init; } = "";
}

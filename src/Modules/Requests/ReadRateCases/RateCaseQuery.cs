using Npgsql;
using UnionHall.Organisation;
using UnionHall.Platform.Security;
using UnionHall.Requests.Data;
using UnionHall.Requests.Rates;

namespace UnionHall.Requests.ReadRateCases;

/// <summary>The follow-ups behind a number, newest first, by the conditions that count them; only those the reader may see as requests.</summary>
internal sealed class RateCaseQuery(NpgsqlDataSource source, RateBook book, UnitDirectory units, Scope scope)
{
    public const int PageSize = 100;

    public static readonly IReadOnlyList<(string Key, string Name)> Kinds =
        [("answered", "访到的"), ("unsolved", "没解决的"), ("dissatisfied", "不满意的"), ("unreachable", "联系不上的"), ("excluded", "不计入的"), ("deferred", "挂账的")];

    private const string From =
        $"""
        select counted.id, counted.unit_id, counted.state, counted.solved, counted.rating, counted.set_aside, counted.ended_at, request.reference, request.title
        from {RateBook.Counted}
        join unit on unit.id = counted.unit_id
        join request on request.id = counted.request_id
        where unit.path <@ (select path from unit where id = $6)
            and exists (select from request_reach reach where reach.request_id = counted.request_id and (reach.unit_id = any ($7) or (reach.unit_id = any ($8) and reach.direct)))
            and ($9 or (counted.ended_at, counted.id) < ($10, $11))
            and counted.request_id <> all ($12)
        """;

    public async Task<RateCases> ListAsync(Actor actor, UnitSummary unit, RatePeriod period, string what, TimeCursor? after, CancellationToken stop)
    {
        var (whole, only) = Scope.Units(actor, Permission.ReadRequests);
        object[] values =
        [
            .. RateBook.Values(period, await book.FormulaAsync(period, stop)), unit.UnitId.Value, Keys(whole), Keys(only),
            after is null, after?.At ?? DateTimeOffset.UnixEpoch, after?.Id ?? Guid.Empty,
            await scope.HiddenAsync(actor, stop),
        ];
        var rows = new List<RateCase>();
        await using (var command = RateSql.Of(source, $"{From} and {Condition(what)} order by counted.ended_at desc, counted.id desc limit {PageSize + 1}", values))
        await using (var reader = await command.ExecuteReaderAsync(stop))
        {
            while (await reader.ReadAsync(stop))
            {
                rows.Add(Read(reader));
            }
        }

        var page = rows.Take(PageSize).ToList();
        return new RateCases(page, await units.NamesAsync(page.Select(one => one.Unit), stop), rows.Count > PageSize ? new TimeCursor(page[^1].EndedAt, page[^1].Id) : null);
    }

    private static string Condition(string what) => what switch
    {
        "unsolved" => "counted.counts and counted.state = 'done' and counted.solved <> all ($3)",
        "dissatisfied" => "counted.counts and counted.state = 'done' and counted.rating <> all ($4)",
        "unreachable" => "counted.counts and counted.state = 'unreachable'",
        "excluded" => "counted.set_aside is not null",
        "deferred" => "counted.deferred and counted.set_aside is null",
        _ => "counted.counts and counted.state = 'done'",
    };

    private static Guid[] Keys(UnitId[] ids) => [.. ids.Select(id => id.Value)];

    private static RateCase Read(NpgsqlDataReader row) => new(
        row.GetGuid(0), new UnitId(row.GetGuid(1)), EnumText.Parse<FollowUpState>(row.GetString(2)), row.IsDBNull(3) ? null : EnumText.Parse<HeardSolved>(row.GetString(3)),
        row.IsDBNull(4) ? null : EnumText.Parse<Rating>(row.GetString(4)), row.IsDBNull(5) ? null : EnumText.Parse<ReviewKind>(row.GetString(5)),
        row.GetFieldValue<DateTimeOffset>(6), row.GetString(7), row.GetString(8));
}

internal sealed record RateCase(Guid Id, UnitId Unit, FollowUpState State, HeardSolved? Solved, Rating? Rating, ReviewKind? SetAside, DateTimeOffset EndedAt, string Reference, string Title);

internal sealed record RateCases(IReadOnlyList<RateCase> Rows, IReadOnlyDictionary<UnitId, string> Names, TimeCursor? Next)
{
    public string NameOf(RateCase one) => Names.GetValueOrDefault(one.Unit, "原单位");
}

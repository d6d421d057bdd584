using Npgsql;
using UnionHall.Organisation;
using UnionHall.Platform.Security;
using UnionHall.Requests.Rates;

namespace UnionHall.Requests.ReadSigns;

/// <summary>Signs that numbers are made rather than earned, per unit below the one asked for. A sign is a reason to look, no verdict.</summary>
internal sealed class SignQuery(NpgsqlDataSource source, RateBook book, UnitDirectory units, TimeProvider clock)
{
    // Answered within the last hour of the limit, five or more within ten minutes.
    private const string Rushed =
        """
        select unit_id, sum(same)::int from (
            select unit_id, count(*) as same from work_order
            where finished_at >= $1 and finished_at < $2 and finished_at is not null and due_at - finished_at between interval '0' and interval '1 hour'
            group by unit_id, date_bin('10 minutes', finished_at, timestamptz '2000-01-01') having count(*) >= 5) rushed
        group by unit_id
        """;

    private const string SameWords =
        """
        select unit_id, sum(same)::int from (
            select unit_id, count(distinct request_id) as same from timeline_entry
            where kind = 'replied' and at >= $1 and at < $2 and unit_id is not null
            group by unit_id, md5(text) having count(distinct request_id) >= 3) repeated
        group by unit_id
        """;

    private const string Unsigned =
        """
        select unit_id, count(*)::int from work_order
        where acknowledged_at is null and finished_at is null and dispatched_at < $1 and not exists (select from request where request.id = work_order.request_id and (request.head_id is not null or (request.mail_box_id is not null and not letter_reaches(request.owner, work_order.unit_id, work_order.unit_id))))
        group by unit_id
        """;

    private const string Barred =
        """
        select follow_up.unit_id, count(*)::int from follow_up_attempt join follow_up on follow_up.id = follow_up_attempt.follow_up_id
        where follow_up_attempt.account is not null and outcome = 'barred' and at >= $1 and at < $2 group by follow_up.unit_id
        """;

    public async Task<IReadOnlyList<SignRow>> ListAsync(UnitSummary unit, RatePeriod period, CancellationToken stop)
    {
        var table = await book.TableAsync(unit, period, stop);
        var (rushed, same, barred) = (await ReadAsync(Rushed, stop, period.Start, period.End), await ReadAsync(SameWords, stop, period.Start, period.End), await ReadAsync(Barred, stop, period.Start, period.End));
        var unsigned = await ReadAsync(Unsigned, stop, clock.GetUtcNow().AddDays(-1));
        var rows = new List<SignRow>();
        foreach (var row in table.Rows.Append(new RateRow(unit, table.Own)))
        {
            async Task<int> Of(Dictionary<UnitId, int> counts) => row.Unit.UnitId == unit.UnitId ? counts.GetValueOrDefault(unit.UnitId) : await BelowAsync(counts, row.Unit.UnitId, stop);
            rows.Add(new SignRow(row.Unit, await Of(rushed), await Of(barred), await Of(same), await Of(unsigned), row.Counts.Excluded, row.Counts.Asked + row.Counts.Excluded));
        }

        return [.. rows.OrderByDescending(row => row.Signs).ThenBy(row => row.Unit.Code, StringComparer.Ordinal)];
    }

    private async Task<int> BelowAsync(Dictionary<UnitId, int> counts, UnitId top, CancellationToken stop)
    {
        var sum = 0;
        foreach (var (at, count) in counts)
        {
            sum += await units.IsWithinAsync(at, top, stop) ? count : 0;
        }

        return sum;
    }

    private async Task<Dictionary<UnitId, int>> ReadAsync(string sql, CancellationToken stop, params object[] values)
    {
        var counts = new Dictionary<UnitId, int>();
        await using var command = RateSql.Of(source, sql, values);
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
        {
            counts[new UnitId(reader.GetGuid(0))] = reader.GetInt32(1);
        }

        return counts;
    }
}

/// <param name="Rushed">Answers given in a bunch within the last hour.</param>
/// <param name="Barred">How often somebody wanted to follow up what he had handled.</param>
/// <param name="SameWords">Answers that other requests got in the same words.</param>
/// <param name="Unsigned">Orders of more than a day ago that nobody acknowledged, now.</param>
internal sealed record SignRow(UnitSummary Unit, int Rushed, int Barred, int SameWords, int Unsigned, int Excluded, int Asked)
{
    /// <summary>More than one in ten set aside, of at least ten.</summary>
    public bool ExcludesMany => Asked >= 10 && Excluded * 10 > Asked;

    public int Signs => (Rushed > 0 ? 1 : 0) + (Barred > 0 ? 1 : 0) + (SameWords > 0 ? 1 : 0) + (Unsigned > 0 ? 1 : 0) + (ExcludesMany ? 1 : 0);
}

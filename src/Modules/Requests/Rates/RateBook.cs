using Microsoft.EntityFrameworkCore;
using Npgsql;
using UnionHall.Organisation;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;
using UnionHall.Requests.Data;

namespace UnionHall.Requests.Rates;

/// <summary>Counts follow-ups per unit and period by the formula of its day. One index range; nothing is stored.</summary>
internal sealed class RateBook(NpgsqlDataSource source, RequestsDb db, UnitDirectory units, TimeProvider clock)
{
    /// <summary>The area of the log.</summary>
    public const string Area = "rate-formula";

    /// <summary>The follow-ups of a period ($1 to $2; $5: those of reworks too) with whether they count: for the rates and for the cases behind them.</summary>
    internal const string Counted =
        """
        (select id, request_id, unit_id, state, contacted, in_time, solved, rating, set_aside, ended_at, deferred, set_aside is null and not deferred as counts
            from (select *, request_id in (select id from request where is_deferred) as deferred from follow_up
                where ended_at >= $1 and ended_at < $2 and ended_at is not null and state <> 'dropped' and ($5 or round = 1)) ended) counted
        """;

    private const string Counts =
        $"""
        select unit_id,
            count(*) filter (where counts and state = 'done'),
            count(*) filter (where counts and state = 'done' and contacted <> 'unsure'),
            count(*) filter (where counts and state = 'done' and contacted = 'yes' and in_time),
            count(*) filter (where counts and state = 'done' and solved = any ($3)),
            count(*) filter (where counts and state = 'done' and rating = any ($4)),
            count(*) filter (where counts and state = 'unreachable'),
            count(*) filter (where counts and state = 'refused'),
            count(*) filter (where set_aside is not null),
            count(*) filter (where deferred and set_aside is null)
        from {Counted}
        group by unit_id
        """;

    /// <summary>The formula in force when the period ends, or today where it has not.</summary>
    public async Task<RateFormula> FormulaAsync(RatePeriod period, CancellationToken stop)
    {
        var (today, last) = (ChinaTime.Today(clock), period.To.AddDays(-1));
        var day = last < today ? last : today;
        return await db.Context.Set<RateFormula>().AsNoTracking().Where(row => row.ValidFrom <= day).OrderByDescending(row => row.ValidFrom).FirstAsync(stop);
    }

    /// <summary>Of every unit that has any.</summary>
    public async Task<Dictionary<UnitId, RateCounts>> OfAllAsync(RatePeriod period, RateFormula formula, CancellationToken stop)
    {
        var all = new Dictionary<UnitId, RateCounts>();
        await using var command = RateSql.Of(source, Counts, Values(period, formula));
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
        {
            int At(int column) => (int)reader.GetInt64(column);
            all[new UnitId(reader.GetGuid(0))] = new RateCounts(At(1), At(2), At(3), At(4), At(5), At(6), At(7), At(8), At(9));
        }

        return all;
    }

    /// <summary>A unit, and each unit directly below it with all that lies under it. What the unit answered itself stands in its own row.</summary>
    public async Task<RateTable> TableAsync(UnitSummary unit, RatePeriod period, CancellationToken stop)
    {
        var formula = await FormulaAsync(period, stop);
        var (total, own, below) = (RateCounts.None, RateCounts.None, new Dictionary<UnitId, RateCounts>());
        foreach (var (at, counts) in await OfAllAsync(period, formula, stop))
        {
            var lineage = await units.LineageAsync(at, stop);
            var place = Place(lineage, unit.UnitId);
            if (place < 0)
            {
                continue;
            }

            total += counts;
            if (place == 0)
            {
                own = counts;
            }
            else
            {
                var child = lineage[place - 1].UnitId;
                below[child] = below.GetValueOrDefault(child, RateCounts.None) + counts;
            }
        }

        var rows = new List<RateRow>();
        foreach (var child in (await units.ChildrenAsync(unit.UnitId, stop)).Select(child => child.UnitId).Union(below.Keys))
        {
            rows.Add(new RateRow((await units.FindAsync(child, stop))!, below.GetValueOrDefault(child, RateCounts.None)));
        }

        return new RateTable(unit, period, formula, total, own, rows);
    }

    /// <summary>$1 to $5 of <see cref="Counted"/> and what is counted of it: $3 the answers that count as solved, $4 the grades that count as satisfied.</summary>
    internal static object[] Values(RatePeriod period, RateFormula formula) =>
        [period.Start, period.End, formula.SolvedAnswers.ToArray(), formula.SatisfiedGrades.ToArray(), formula.CountsReworks];

    private static int Place(IReadOnlyList<UnitSummary> lineage, UnitId unit)
    {
        for (var place = 0; place < lineage.Count; place++)
        {
            if (lineage[place].UnitId == unit)
            {
                return place;
            }
        }

        return -1;
    }
}

internal sealed record RateRow(UnitSummary Unit, RateCounts Counts);

/// <summary>A league table.</summary>
/// <param name="Own">What the unit answered itself.</param>
internal sealed record RateTable(UnitSummary Unit, RatePeriod Period, RateFormula Formula, RateCounts Total, RateCounts Own, IReadOnlyList<RateRow> Rows)
{
    /// <summary>Best first by one of the rates; those with too few answers last, and without a place. Overlapping intervals share places.</summary>
    public IReadOnlyList<(RateRow Row, string? Place)> Ranked(Func<RateCounts, Rate> by)
    {
        var fair = Rows.Where(row => by(row.Counts).Count >= Formula.LeastAnswers).OrderByDescending(row => by(row.Counts).Share).ToList();
        var bounds = fair.ConvertAll(row => by(row.Counts).Interval!.Value);
        return
        [
            .. fair.Select((row, at) => (row, (string?)PlaceOf(bounds, at))),
            .. Rows.Except(fair).OrderByDescending(row => row.Counts.Asked).ThenBy(row => row.Unit.Code, StringComparer.Ordinal).Select(row => (row, (string?)null)),
        ];
    }

    private static string PlaceOf(List<(double Low, double High)> bounds, int at)
    {
        var best = 1 + bounds.Count(other => other.Low > bounds[at].High);
        var worst = bounds.Count - bounds.Count(other => other.High < bounds[at].Low);
        return best == worst ? $"{best}" : $"{best}–{worst}";
    }
}

using System.Globalization;
using Npgsql;
using UnionHall.Organisation;
using UnionHall.Platform.Filling;
using UnionHall.Platform.Security;
using UnionHall.Requests.Data;
using UnionHall.Requests.FillRequests;
using UnionHall.Requests.Rates;
using UnionHall.Requests.ReadRateCases;
using UnionHall.Testing;

namespace UnionHall.Requests.Tests.Rates;

/// <summary>The rates of filled requests against a recount in SQL that shares no line with them.</summary>
public sealed class RateRecountTests(TestSite site) : IClassFixture<TestSite>
{
    /// <summary>UNIONHALL_RECOUNT=1000000 counts a million.</summary>
    private static readonly int Requests = int.Parse(Environment.GetEnvironmentVariable("UNIONHALL_RECOUNT") ?? "6000", CultureInfo.InvariantCulture);

    private readonly CancellationToken stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task TheLeagueTable_EqualsAnIndependentRecount_AndItsPartsAddUp()
    {
        var city = await GivenCity.BuildAsync(site);
        await using (var connection = await ((NpgsqlDataSource)site.Services.GetService(typeof(NpgsqlDataSource))!).OpenConnectionAsync(stop))
        {
            await using var transaction = await connection.BeginTransactionAsync(stop);
            await site.WithAsync<IEnumerable<IFillPart>>(parts => parts.OfType<RequestFill>().Single().FillAsync(new FillPlan(Requests, 0, 0, 7, _ => { }), connection, stop));
            await transaction.CommitAsync(stop);
        }

        await site.ExecuteAsync("update request set is_deferred = true, paused_until = now() + interval '1 year' where id in (select request_id from follow_up where state = 'done' and ended_at >= '2026-01-01' order by id limit 40)");
        (await site.CountAsync("follow_up")).ShouldBeGreaterThan(1500);
        (await site.CountAsync("follow_up where set_aside is not null")).ShouldBeGreaterThan(5);

        var period = RatePeriod.Year(2026);
        var table = await TableAsync(city.City, period);
        table.Rows.Aggregate(table.Own, (sum, row) => sum + row.Counts).ShouldBe(table.Total);
        foreach (var (unit, counts) in table.Rows.Select(row => (row.Unit.UnitId, row.Counts)).Append((city.City, table.Total)))
        {
            counts.ShouldBe(await RecountAsync(unit, "2025-12-31 16:00+00", "2026-12-31 16:00+00"));
        }

        foreach (var (unit, counts) in table.Rows.Select(row => (row.Unit.UnitId, row.Counts)).Append((city.City, table.Total)))
        {
            (await CasesAsync(city.City, unit, period, "answered")).ShouldBe(counts.Answered);
            (await CasesAsync(city.City, unit, period, "unsolved")).ShouldBe(counts.Answered - counts.Solved);
            (await CasesAsync(city.City, unit, period, "dissatisfied")).ShouldBe(counts.Answered - counts.Satisfied);
            (await CasesAsync(city.City, unit, period, "unreachable")).ShouldBe(counts.Unreachable);
            (await CasesAsync(city.City, unit, period, "excluded")).ShouldBe(counts.Excluded);
            (await CasesAsync(city.City, unit, period, "deferred")).ShouldBe(counts.Deferred);
        }

        table.Total.Answered.ShouldBeGreaterThan(300);
        table.Total.Deferred.ShouldBeGreaterThan(0);
    }

    /// <summary>How many cases the pages behind a number list, each once.</summary>
    private Task<int> CasesAsync(UnitId reader, UnitId unit, RatePeriod period, string what) => site.WithAsync<IServiceProvider, int>(async services =>
    {
        var found = await ((UnitDirectory)services.GetService(typeof(UnitDirectory))!).FindAsync(unit, stop);
        var query = (RateCaseQuery)services.GetService(typeof(RateCaseQuery))!;
        var (actor, seen, after) = (new Actor(null, "测试", [new Grant(reader, "市总", Role.Chair, true)]), new HashSet<Guid>(), (TimeCursor?)null);
        do
        {
            var page = await query.ListAsync(actor, found!, period, what, after, stop);
            foreach (var one in page.Rows)
            {
                seen.Add(one.Id).ShouldBeTrue();
            }

            after = page.Next;
        }
        while (after is not null);
        return seen.Count;
    });

    private async Task<RateTable> TableAsync(UnitId unit, RatePeriod period) => await site.WithAsync<IServiceProvider, RateTable>(async services =>
    {
        var found = await ((UnitDirectory)services.GetService(typeof(UnitDirectory))!).FindAsync(unit, stop);
        return await ((RateBook)services.GetService(typeof(RateBook))!).TableAsync(found!, period, stop);
    });

    /// <summary>Row by row with sums of cases, over the stored tree, joined to the request.</summary>
    private async Task<RateCounts> RecountAsync(UnitId unit, string from, string to)
    {
        await using var command = ((NpgsqlDataSource)site.Services.GetService(typeof(NpgsqlDataSource))!).CreateCommand($"""
            with own as (
                select f.*, r.is_deferred, (f.set_aside is null and r.is_deferred = false) as valid
                from follow_up f inner join request r on f.request_id = r.id inner join unit u on u.id = f.unit_id inner join unit top on top.id = '{unit.Value}'
                where top.path @> u.path and f.ended_at between '{from}' and timestamptz '{to}' - interval '1 microsecond')
            select coalesce(sum(case when valid and state = 'done' then 1 else 0 end), 0),
                coalesce(sum(case when valid and state = 'done' and contacted in ('yes', 'no') then 1 else 0 end), 0),
                coalesce(sum(case when valid and state = 'done' and contacted = 'yes' and in_time then 1 else 0 end), 0),
                coalesce(sum(case when valid and state = 'done' and solved = 'solved' then 1 else 0 end), 0),
                coalesce(sum(case when valid and state = 'done' and rating <> 'dissatisfied' then 1 else 0 end), 0),
                coalesce(sum(case when valid and state = 'unreachable' then 1 else 0 end), 0),
                coalesce(sum(case when valid and state = 'refused' then 1 else 0 end), 0),
                coalesce(sum(case when set_aside is not null then 1 else 0 end), 0),
                coalesce(sum(case when set_aside is null and is_deferred then 1 else 0 end), 0)
            from own
            """);
        await using var reader = await command.ExecuteReaderAsync(stop);
        await reader.ReadAsync(stop);
        int At(int column) => (int)reader.GetInt64(column);
        return new RateCounts(At(0), At(1), At(2), At(3), At(4), At(5), At(6), At(7), At(8));
    }
}

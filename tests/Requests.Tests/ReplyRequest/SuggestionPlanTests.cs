using System.Diagnostics;
using Npgsql;
using UnionHall.Platform.Filling;
using UnionHall.Platform.Security;
using UnionHall.Requests.FillRequests;
using UnionHall.Requests.OpenRequest;
using UnionHall.Requests.ReplyRequest;
using UnionHall.Testing;

namespace UnionHall.Requests.Tests.ReplyRequest;

/// <summary>On a big database suggestions read ranges of indexes, for a street and for the city. Run it with UNIONHALL_BIG=1.</summary>
public sealed class SuggestionPlanTests(TestSite site, ITestOutputHelper output) : IClassFixture<TestSite>
{
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task AmongManyRequests_NoTableIsWalked()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("UNIONHALL_BIG") == "1", "It fills 200,000 requests.");
        var city = await GivenCity.BuildAsync(site);
        var source = (NpgsqlDataSource)site.Services.GetService(typeof(NpgsqlDataSource))!;
        await using (var connection = await source.OpenConnectionAsync(stop))
        {
            await using var transaction = await connection.BeginTransactionAsync(stop);
            await site.WithAsync<IEnumerable<IFillPart>>(parts => parts.OfType<RequestFill>().Single().FillAsync(new FillPlan(200_000, 0, 0, 7, _ => { }), connection, stop));
            await transaction.CommitAsync(stop);
        }

        await site.ExecuteAsync("vacuum analyze");
        foreach (var (who, unit) in new[] { ("street", city.Qingxi), ("city", city.City) })
        {
            var actor = new Actor(null, "周同志", [new Grant(unit, who, Role.Chair, WholeSubtree: true)]);
            var reference = await OneAsync(source, unit);
            var walks = await WalksAsync(source);
            var times = new List<double>();
            await site.WithAsync<IServiceProvider>(async services =>
            {
                var seen = (await ((CaseQuery)services.GetService(typeof(CaseQuery))!).FindAsync(actor, reference, stop)).ShouldNotBeNull();
                var query = (SuggestionQuery)services.GetService(typeof(SuggestionQuery))!;
                for (var time = 0; time < 20; time++)
                {
                    var watch = Stopwatch.StartNew();
                    (await query.OfAsync(actor, seen, "工资拖欠了三个月没有发", stop)).Count.ShouldBeLessThanOrEqualTo(6);
                    times.Add(watch.Elapsed.TotalMilliseconds);
                }
            });
            output.WriteLine($"{who}: median {times.Order().ElementAt(10):0.0} ms, slowest {times.Max():0.0} ms");
            (await WalksAsync(source)).ShouldBe(walks, who);
            times.Order().ElementAt(10).ShouldBeLessThan(100, who);
        }
    }

    private async Task<string> OneAsync(NpgsqlDataSource source, UnitId unit)
    {
        await using var command = source.CreateCommand("select q.reference from request q join request_reach r on r.request_id = q.id where r.unit_id = $1 and r.is_open order by q.id desc limit 1");
        command.Parameters.Add(new NpgsqlParameter { Value = unit.Value });
        return (string)(await command.ExecuteScalarAsync(stop))!;
    }

    /// <summary>How often the big tables were walked from end to end.</summary>
    private async Task<long> WalksAsync(NpgsqlDataSource source)
    {
        await using var flush = source.CreateCommand("select pg_stat_force_next_flush()");
        await flush.ExecuteNonQueryAsync(stop);
        await Task.Delay(1500, stop);
        await using var command = source.CreateCommand("select sum(seq_scan)::bigint from pg_stat_user_tables where relname in ('request', 'request_reach', 'timeline_entry')");
        return (long)(await command.ExecuteScalarAsync(stop))!;
    }
}

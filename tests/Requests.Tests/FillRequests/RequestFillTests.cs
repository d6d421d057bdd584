using Microsoft.EntityFrameworkCore;
using Npgsql;
using UnionHall.Platform.Filling;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;
using UnionHall.Requests.Data;
using UnionHall.Requests.FillRequests;
using UnionHall.Requests.Jobs;
using UnionHall.Testing;

namespace UnionHall.Requests.Tests.FillRequests;

public sealed class RequestFillTests(TestSite site) : IClassFixture<TestSite>
{
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Fill_WritesClocksThatTheRulesWouldGive_AndTheSweepFindsNothingOverlooked()
    {
        await GivenCity.BuildAsync(site);
        await using (var connection = await ((NpgsqlDataSource)site.Services.GetService(typeof(NpgsqlDataSource))!).OpenConnectionAsync(stop))
        {
            await using var transaction = await connection.BeginTransactionAsync(stop);
            await site.WithAsync<IEnumerable<IFillPart>>(parts => parts.OfType<RequestFill>().Single().FillAsync(new FillPlan(4000, 0, 0, 7, _ => { }), connection, stop));
            await transaction.CommitAsync(stop);
        }

        var now = site.Clock.GetUtcNow();
        await site.WithAsync<IServiceProvider>(async services =>
        {
            var db = (RequestsDb)services.GetService(typeof(RequestsDb))!;
            var calendar = await ((Calendars)services.GetService(typeof(Calendars))!).CurrentAsync(stop);
            var open = await db.Requests.Include(request => request.Orders).Where(request => request.IsOpen).ToListAsync(stop);
            open.Count.ShouldBeGreaterThan(100);
            open.ShouldContain(request => request.DueAt < now, "some are late");
            open.ShouldContain(request => request.SweepAt > now, "some will be");
            open.ShouldContain(request => request.Orders.Any(order => !order.FollowsPromise));
            foreach (var request in open)
            {
                var planned = request.SweepAt;
                request.LimitAmount.ShouldBeGreaterThan(0);
                request.Sweep(calendar, Actor.Platform("测试"), now).ShouldBeFalse(request.Reference);
                (request.SweepAt - planned ?? TimeSpan.Zero).Duration().ShouldBeLessThan(TimeSpan.FromMilliseconds(1), request.Reference);
                request.SweepAt.HasValue.ShouldBe(planned.HasValue, request.Reference);
                request.Recompute("测试", calendar, Actor.Platform("测试"), now).ShouldBeFalse(request.Reference);
            }
        });
        (await site.CountAsync("request where breached_at is not null")).ShouldBeGreaterThan(0);
        (await site.CountAsync("request r where breached_at is not null and not exists (select from breach b where b.request_id = r.id and b.clock = 'promise')")).ShouldBe(0);
        var waiting = await site.CountAsync("request where state = 'replied'");
        waiting.ShouldBeGreaterThan(0);
        await site.WithAsync<CloseSilentRequests>(close => close.RunAsync(stop));
        (await site.CountAsync("request where state = 'replied'")).ShouldBe(waiting, "nobody's window has passed");
        var breaches = await site.CountAsync("breach");
        await site.WithAsync<SweepClocks>(sweep => sweep.RunAsync(stop));
        (await site.CountAsync("breach")).ShouldBe(breaches);
        site.Clock.Advance(TimeSpan.FromDays(3));
        await site.WithAsync<SweepClocks>(sweep => sweep.RunAsync(stop));
        (await site.CountAsync("breach")).ShouldBeGreaterThan(breaches);
    }
}

using UnionHall.Platform.Security;
using UnionHall.Platform.Time;
using UnionHall.Requests.Jobs;
using UnionHall.Testing;

namespace UnionHall.Requests.Tests.Jobs;

public sealed class RecomputeClocksTests(TestSite site) : IClassFixture<TestSite>
{
    private readonly GivenRequests given = new(site);

    [Fact]
    public async Task Import_OfANewYear_MovesOpenDeadlines_LogsThem_AndTellsEachOwnerOnce()
    {
        var city = await GivenCity.BuildAsync(site);
        site.Clock.Set(new DateTimeOffset(2026, 12, 30, 2, 0, 0, TimeSpan.Zero));
        var handler = await city.AsAsync(Role.Handler, city.Qingxi);
        var admin = await city.AsAsync(Role.SystemAdmin, city.City);
        string[] open = [await given.SubmittedAsync(city.Courier), await given.SubmittedAsync(city.Courier), await given.SubmittedAsync(city.Courier)];
        var before = await given.ReadAsync(open[0]);
        before.IsProvisional.ShouldBeTrue();
        before.DueAt.ShouldBe(new DateTimeOffset(2027, 1, 6, 9, 30, 0, TimeSpan.Zero));

        var look = await admin.PressWithFileAsync(
            await admin.GetAsync("/admin/calendar/import"), "看看会改什么", "文件", "2027.csv", System.Text.Encoding.UTF8.GetBytes("date,name,is_off_day\n2027-01-01,元旦,1\n"), ("依据", "国办发明电〔2026〕9号"));
        await admin.PressAsync(look, "就这样导入");
        await site.RunJobsAsync();

        foreach (var reference in open)
        {
            var moved = await given.ReadAsync(reference);
            moved.DueAt.ShouldBe(new DateTimeOffset(2027, 1, 7, 9, 30, 0, TimeSpan.Zero));
            moved.NextDueAt.ShouldBe(moved.DueAt);
            moved.CurrentOrder!.DueAt.ShouldBe(moved.DueAt);
        }

        (await site.CountAsync("clock_entry where kind = 'recomputed' and due_before <> due_after")).ShouldBe(3);
        (await handler.GetAsync($"/desk/requests/{open[0]}/clock")).Text.ShouldContain("国务院公布了 2027 年的放假安排");
        (await handler.GetAsync("/notices")).Text.ShouldContain("您手上有 3 件的期限重新算过");
        (await site.CountAsync("notice where kind = 'clock-recomputed'")).ShouldBe(1);

        // As after a crash: nothing moves a second time.
        await site.WithAsync<RecomputeClocks>(job => job.HandleAsync(new HolidaysImported([2027], 1), TestContext.Current.CancellationToken));
        (await site.CountAsync("clock_entry where kind = 'recomputed'")).ShouldBe(3);
    }
}

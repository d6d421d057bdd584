using UnionHall.Platform.Security;
using UnionHall.Requests.Jobs;
using UnionHall.Testing;

namespace UnionHall.Requests.Tests.Jobs;

public sealed class SweepClocksTests(TestSite site) : IClassFixture<TestSite>, IAsyncLifetime
{
    private readonly GivenRequests given = new(site);
    private GivenCity city = null!;

    public async ValueTask InitializeAsync()
    {
        site.Clock.Set(ManualClock.Start);
        city = await GivenCity.BuildAsync(site);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Run_WarnsOnce_ThenChargesTheUnitThatWasLate_OnTwoNodesAtOnce()
    {
        var reference = await given.SubmittedAsync(city.Courier);
        await given.DispatchedAsync(reference, city.Courier);
        site.Clock.Set(new DateTimeOffset(2026, 9, 21, 1, 0, 0, TimeSpan.Zero));
        var handler = await city.AsAsync(Role.Handler, city.Courier);
        await city.AsAsync(Role.Dispatcher, city.Qingxi);
        await Task.WhenAll(SweepAsync(), SweepAsync());
        await SweepAsync();
        await site.RunJobsAsync();
        await site.RunJobsAsync();
        var notices = (await handler.GetAsync("/notices")).Text;
        notices.ShouldContain($"诉 {reference}：这一段的期限快到了，今天 17:30到期");
        (await site.CountAsync($"notice where kind = 'clock-warned' and title like '%{reference}%'")).ShouldBe(1);

        site.Clock.Set(new DateTimeOffset(2026, 9, 21, 9, 31, 0, TimeSpan.Zero));
        await Task.WhenAll(SweepAsync(), SweepAsync(), SweepAsync());
        await SweepAsync();
        await site.RunJobsAsync();
        (await site.CountAsync($"breach b join request r on r.id = b.request_id where r.reference = '{reference}'")).ShouldBe(1);
        (await site.CountAsync($"notice where kind = 'clock-breached' and title like '%{reference}：这一段的期限过了，记在顺启快运分拨中心工会名下'")).ShouldBe(2);
        var evening = await site.StaffBrowserAsync(Role.Dispatcher, city.Qingxi);
        (await evening.GetAsync($"/desk/requests/{reference}/clock")).Text.ShouldContain("没有做到，记在顺启快运分拨中心工会名下");
    }

    [Fact]
    public async Task Run_WarnsOfADuty_AndWritesItsBreach()
    {
        var reference = await given.SubmittedAsync(city.Courier, service: "general-petition");
        site.Clock.Set(new DateTimeOffset(2026, 10, 9, 1, 0, 0, TimeSpan.Zero));
        await SweepAsync();
        await SweepAsync();
        (await site.CountAsync($"breach b join request r on r.id = b.request_id where r.reference = '{reference}' and clock = 'duty'")).ShouldBe(1);
    }

    [Fact]
    public async Task Run_WritesNoBreachOfADuty_ThatTheWorkerTookBack()
    {
        var reference = await given.SubmittedAsync(city.Courier, service: "general-petition");
        await site.DeskAsync(reference, (request, actor, at) => request.Withdraw("算了", actor, at));
        site.Clock.Set(new DateTimeOffset(2026, 10, 9, 1, 0, 0, TimeSpan.Zero));
        await SweepAsync();
        (await site.CountAsync($"breach b join request r on r.id = b.request_id where r.reference = '{reference}'")).ShouldBe(0);
        (await site.CountAsync($"request_duty d join request r on r.id = d.request_id where r.reference = '{reference}' and d.sweep_at is not null")).ShouldBe(0);
    }

    private Task SweepAsync() => site.WithAsync<SweepClocks>(job => job.RunAsync(TestContext.Current.CancellationToken));
}

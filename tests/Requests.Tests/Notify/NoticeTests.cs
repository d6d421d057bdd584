using UnionHall.Platform.Jobs;
using UnionHall.Platform.Security;
using UnionHall.Testing;

namespace UnionHall.Requests.Tests.Notify;

public sealed class NoticeTests(TestSite site) : IClassFixture<TestSite>, IAsyncLifetime
{
    private readonly GivenRequests given = new(site);
    private GivenCity city = null!;

    public async ValueTask InitializeAsync() => city = await GivenCity.BuildAsync(site);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task EachStep_TellsWhoHasToActNext_AndNobodyElse()
    {
        var dispatcher = await city.AsAsync(Role.Dispatcher, city.Qingxi);
        var below = await city.AsAsync(Role.Handler, city.Courier);
        var chair = await city.AsAsync(Role.Chair, city.Anhe);
        var stranger = await city.AsAsync(Role.Handler, city.Wangjiang);
        var reference = await given.SubmittedAsync(city.Courier);
        await given.DispatchedAsync(reference, city.Courier);
        await given.AcknowledgedAsync(reference);
        await given.RepliedAsync(reference);
        await given.DisputedAsync(reference, city.Anhe);
        await site.WithAsync<JobPump, int>(pump => pump.RunReadyAsync(TestContext.Current.CancellationToken));

        (await dispatcher.GetAsync("/notices")).Text.ShouldContain($"诉 {reference}：有一件新的诉求到了");
        (await below.GetAsync("/notices")).Text.ShouldContain("等签收");
        (await chair.GetAsync("/notices")).Text.ShouldContain("职工说没解决");
        (await stranger.GetAsync("/notices")).Text.ShouldNotContain(reference);
        (await dispatcher.GetAsync("/notices")).Text.ShouldNotContain("王大力");
    }

    [Fact]
    public async Task AJobThatRunsAgainAfterACrash_TellsNobodyTwice()
    {
        await city.AsAsync(Role.Dispatcher, city.Qingxi);
        await city.AsAsync(Role.Handler, city.Courier);
        using var worker = await site.WorkerBrowserAsync("13900007722", "王大力");
        var town = await site.CityAsync();
        var filed = GivenWorker.Filed.Of(await site.SubmitAsync(worker, "overtime-pay", "实名"));
        await given.DispatchedAsync(filed.Reference, town.Union);
        await given.AskedAsync(filed.Reference);
        await given.DispatchedAsync(await given.SubmittedAsync(city.Courier), city.Courier);
        await site.RunJobsAsync();
        var (told, recorded) = (await site.CountAsync("notice"), await site.CountAsync("audit_entry"));
        told.ShouldBeGreaterThanOrEqualTo(3);

        await site.ExecuteAsync("update job set done_at = null, claimed_until = null, claimed_by = null");
        await site.RunJobsAsync();

        (await site.CountAsync("notice")).ShouldBe(told);
        (await site.CountAsync("audit_entry")).ShouldBe(recorded);
        (await site.CountAsync("job where done_at is null")).ShouldBe(0);
    }
}

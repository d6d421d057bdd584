using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using UnionHall.Platform.Jobs;

namespace UnionHall.Platform.Tests.Jobs;

public sealed class RecurringTests(JobSite site) : IClassFixture<JobSite>
{
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task ADueJob_IsTakenByOneNode_AndIsDueAgainLater()
    {
        var store = site.Services.GetRequiredService<RecurringStore>();
        await store.EnsureAsync("clock", stop);

        var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => store.TakeAsync("clock", stop)));
        taken.Count(won => won).ShouldBe(1);

        await store.FinishAsync("clock", TimeSpan.FromHours(1), null, stop);
        (await store.TakeAsync("clock", stop)).ShouldBeFalse();
        await site.ExecuteAsync("update recurring_job set next_at = now() where name = 'clock'");
        (await store.TakeAsync("clock", stop)).ShouldBeTrue();
    }

    [Fact]
    public async Task AJobOfAKilledNode_IsTakenOver()
    {
        var store = site.Services.GetRequiredService<RecurringStore>();
        await store.EnsureAsync("killed", stop);
        (await store.TakeAsync("killed", stop)).ShouldBeTrue();

        await site.ExecuteAsync("update recurring_job set claimed_until = now() - interval '1 second' where name = 'killed'");

        (await store.TakeAsync("killed", stop)).ShouldBeTrue();
    }

    [Fact]
    public async Task TheRunner_RunsRegisteredJobs_AndWritesDownTheirFailures()
    {
        IHostedService runner = ActivatorUtilities.CreateInstance<RecurringRunner>(site.Services, new[] { new RecurringJobType(typeof(Broken)) }.AsEnumerable());
        await runner.StartAsync(stop);
        for (var i = 0; i < 200 && await site.AskAsync<long>("select count(*) from recurring_job where name = 'broken' and last_error like '%停摆%'") == 0; i++)
        {
            await Task.Delay(50, stop);
        }

        await runner.StopAsync(stop);
        (await site.AskAsync<bool>("select claimed_until is null and next_at > now() from recurring_job where name = 'broken'")).ShouldBeTrue();
    }

    internal sealed class Broken : IRecurringJob
    {
        public string Name => "broken";

        public TimeSpan Every => TimeSpan.FromMinutes(5);

        public Task RunAsync(CancellationToken stop) => throw new InvalidOperationException("停摆");
    }
}

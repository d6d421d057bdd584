using Microsoft.Extensions.DependencyInjection;
using UnionHall.Platform.Jobs;
using UnionHall.Platform.Jobs.ListJobs;
using UnionHall.Platform.Jobs.ReadJob;
using UnionHall.Platform.Security;

namespace UnionHall.Platform.Tests.Jobs;

public sealed class JobTests(JobSite site) : IClassFixture<JobSite>, IAsyncLifetime
{
    private static readonly Actor Admin = new(AccountId.Next(), "王同志", []);
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;

    private JobStore Store => site.Services.GetRequiredService<JobStore>();

    public async ValueTask InitializeAsync()
    {
        await site.ExecuteAsync("delete from job");
        site.Tower.Heard.Clear();
        site.Tower.Act = (_, _) => Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task AnEvent_IsHeardOnceByItsHandler()
    {
        var bell = await site.RingAsync("当");

        (await site.RunJobsAsync()).ShouldBe(1);
        (await site.RunJobsAsync()).ShouldBe(0);

        site.Tower.Heard.ShouldHaveSingleItem().ShouldBe(new BellRang(bell, "当"));
    }

    [Fact]
    public async Task AFailure_WaitsAndIsTriedAgain_UntilTheEighthWhichIsTheLast()
    {
        site.Tower.Act = (_, _) => throw new InvalidOperationException("钟坏了");
        await site.RingAsync("哑");

        for (var attempt = 1; attempt <= 8; attempt++)
        {
            (await site.RunJobsAsync()).ShouldBe(1);
            (await site.RunJobsAsync()).ShouldBe(0);
            site.Clock.Advance(TimeSpan.FromHours(6));
        }

        (await site.RunJobsAsync()).ShouldBe(0);
        var row = (await ListAsync(JobState.Dead)).ShouldHaveSingleItem();
        row.Attempts.ShouldBe(8);
        row.Problem.ShouldNotBeNull().ShouldContain("钟坏了");
    }

    [Fact]
    public async Task AKindOfANewerBuild_WaitsAndIsShown()
    {
        await site.RingAsync("未来");
        await site.ExecuteAsync("update job set kind = 'bell-rang:a-future-handler'");

        (await site.RunJobsAsync()).ShouldBe(0);

        (await ListAsync(JobState.Unknown)).ShouldHaveSingleItem().Attempts.ShouldBe(0);
        (await site.WithAsync<JobsQuery, JobCounts>(query => query.CountAsync(stop))).ShouldBe(new JobCounts(0, 0, 1, 0));
    }

    [Fact]
    public async Task AClaimedJob_IsNobodyElses_UntilItsLeaseIsOver()
    {
        await site.RingAsync("当");
        (await Store.ClaimAsync(stop)).ShouldHaveSingleItem();
        (await Store.ClaimAsync(stop)).ShouldBeEmpty();

        // What is left behind by a node that was killed.
        await site.ExecuteAsync("update job set claimed_until = now() - interval '1 second', claimed_by = gen_random_uuid()");

        (await Store.ClaimAsync(stop)).ShouldHaveSingleItem().Attempt.ShouldBe(2);
    }

    [Fact]
    public async Task AJobThatKillsItsProcessEachTime_Dies()
    {
        await site.RingAsync("炸");
        for (var crash = 0; crash < 8; crash++)
        {
            (await Store.ClaimAsync(stop)).ShouldHaveSingleItem();
            await site.ExecuteAsync("update job set claimed_until = now() - interval '1 second'");
        }

        (await site.RunJobsAsync()).ShouldBe(1);

        site.Tower.Heard.ShouldBeEmpty();
        (await ListAsync(JobState.Dead)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task ManyNodesAtOnce_ShareTheJobsWithoutOverlap()
    {
        for (var i = 0; i < 90; i++)
        {
            await site.RingAsync($"{i}");
        }

        var batches = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Store.ClaimAsync(stop)));

        var claimed = batches.SelectMany(batch => batch).Select(job => job.Id).ToList();
        claimed.Count.ShouldBe(90);
        claimed.ShouldBeUnique();
    }

    [Fact]
    public async Task ADeadJob_IsRetriedWithAReasonOnTheRecord()
    {
        await site.RingAsync("当");
        await site.ExecuteAsync("update job set dead_at = now(), attempts = 8, last_error = 'x'");
        var id = await site.AskAsync<Guid>("select id from job");

        (await site.WithAsync<RetryJobHandler, Result>(handler => handler.HandleAsync(Admin, id, "钟修好了", stop))).Succeeded.ShouldBeTrue();
        (await site.WithAsync<RetryJobHandler, Result>(handler => handler.HandleAsync(Admin, id, "再来", stop))).Refusal!.Code.ShouldBe("job-not-dead");

        (await site.RunJobsAsync()).ShouldBe(1);
        site.Tower.Heard.ShouldHaveSingleItem();
        (await site.AskAsync<string>("select reason from audit_entry where what = 'job-retried' and subject_id = $1", id)).ShouldBe("钟修好了");
    }

    [Fact]
    public async Task ADroppedJob_IsGoneButItsContentStaysOnTheRecord()
    {
        await site.RingAsync("没人听的钟");
        var id = await site.AskAsync<Guid>("select id from job");

        (await site.WithAsync<DropJobHandler, Result>(handler => handler.HandleAsync(Admin, id, "不用了", stop))).Succeeded.ShouldBeTrue();

        (await site.RunJobsAsync()).ShouldBe(0);
        (await site.AskAsync<string>("select data from audit_entry where what = 'job-dropped' and subject_id = $1", id)).ShouldContain("没人听的钟");
        (await site.WithAsync<DropJobHandler, Result>(handler => handler.HandleAsync(Admin, id, "不用了", stop))).Refusal!.Code.ShouldBe("job-missing");
    }

    [Fact]
    public async Task ARunningJob_CannotBeDropped()
    {
        await site.RingAsync("当");
        await site.ExecuteAsync("update job set claimed_until = $1", site.Clock.GetUtcNow().AddMinutes(1));
        var id = await site.AskAsync<Guid>("select id from job");

        (await site.WithAsync<DropJobHandler, Result>(handler => handler.HandleAsync(Admin, id, "停", stop))).Refusal!.Code.ShouldBe("job-running");
    }

    [Fact]
    public async Task DoneJobs_AreSweptAfterAWeek()
    {
        await site.RingAsync("当");
        await site.RunJobsAsync();

        site.Clock.Advance(TimeSpan.FromDays(6.9));
        (await Store.SweepAsync(stop)).ShouldBe(0);
        site.Clock.Advance(TimeSpan.FromDays(0.2));
        (await Store.SweepAsync(stop)).ShouldBe(1);
    }

    private Task<IReadOnlyList<JobRow>> ListAsync(JobState state) =>
        site.WithAsync<JobsQuery, IReadOnlyList<JobRow>>(query => query.ListAsync(state, null, stop));
}

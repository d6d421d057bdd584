using Microsoft.Extensions.DependencyInjection;
using UnionHall.Platform.Data;
using UnionHall.Platform.Security;
using UnionHall.Platform.Submissions;
using UnionHall.Platform.Tests.Jobs;

namespace UnionHall.Platform.Tests.Submissions;

public sealed class SubmissionSaveTests(JobSite site) : IClassFixture<JobSite>
{
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task TheSameKeyOnTwoNodesAtOnce_IsSavedOnce()
    {
        var key = Guid.CreateVersion7();

        var saved = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => TrySaveAsync(key)));

        saved.Count(done => done).ShouldBe(1);
        (await site.AskAsync<long>("select count(*) from audit_entry where subject_id = $1", key)).ShouldBe(1);
        (await site.AskAsync<string>("select outcome from submission where key = $1", key)).ShouldBe("/bells/1");
    }

    [Fact]
    public async Task WhatASaveThatFailedLeftBehind_DoesNotReachTheNextScope()
    {
        await using (var scope = site.Services.CreateAsyncScope())
        {
            scope.ServiceProvider.GetRequiredService<AppDbContext>().Happened(new BellRang(Guid.Empty, "没有存的钟声"));
        }

        await site.RingAsync("下一次");

        (await site.AskAsync<long>("select count(*) from audit_entry where data like '%没有存的钟声%'")).ShouldBe(0);
    }

    [Fact]
    public async Task OldSubmissions_AreForgotten()
    {
        var key = Guid.CreateVersion7();
        await TrySaveAsync(key);
        site.Clock.Advance(TimeSpan.FromDays(3.1));

        await site.WithAsync<SweepSubmissions>(sweep => sweep.RunAsync(stop));

        (await site.AskAsync<long>("select count(*) from submission where key = $1", key)).ShouldBe(0);
    }

    private async Task<bool> TrySaveAsync(Guid key)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var submission = scope.ServiceProvider.GetRequiredService<Submission>();
        submission.Open(new StoredSubmission { Key = key, Path = "/bells", Fingerprint = [1], At = site.Clock.GetUtcNow() });
        submission.Outcome = "/bells/1";
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        db.Happened(new BellRang(key, "一次"));
        try
        {
            await db.SaveAsync(Actor.Visitor(null), stop);
            return submission.IsStored;
        }
        catch (SubmissionRepeatedException)
        {
            return false;
        }
    }
}

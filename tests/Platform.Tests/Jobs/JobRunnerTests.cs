using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using UnionHall.Platform.Jobs;
using UnionHall.Platform.Signals;

namespace UnionHall.Platform.Tests.Jobs;

public sealed class JobRunnerTests(JobSite site) : IClassFixture<JobSite>
{
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task InTheBackground_JobsRunOnTwoNodes_EachOnce()
    {
        await using var one = await StartAsync();
        await using var two = await StartAsync();
        var tones = Enumerable.Range(0, 60).Select(i => $"{i}").ToList();

        foreach (var tone in tones)
        {
            await site.RingAsync(tone);
        }

        await EventuallyAsync(() => site.Tower.Heard.Count(heard => tones.Contains(heard.Tone)) >= tones.Count);
        site.Tower.Heard.Where(heard => tones.Contains(heard.Tone)).Select(heard => heard.Tone).ShouldBeUnique();
    }

    [Fact]
    public async Task AtTheEnd_WhatRunsIsFinished_AndWhatWaitsIsGivenBack()
    {
        var begun = new SemaphoreSlim(0);
        var go = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        site.Tower.Act = async (heard, _) =>
        {
            if (heard.Tone == "慢")
            {
                begun.Release();
                await go.Task;
            }
        };
        for (var i = 0; i < 12; i++)
        {
            await site.RingAsync("慢");
        }

        var node = await StartAsync();
        for (var i = 0; i < 4; i++)
        {
            await begun.WaitAsync(stop);
        }

        var stopping = node.DisposeAsync().AsTask();
        await Task.Delay(100, stop);
        stopping.IsCompleted.ShouldBeFalse();
        go.SetResult();
        await stopping;

        (await site.AskAsync<long>("select count(*) from job where done_at is not null and data like '%慢%'")).ShouldBe(4);
        (await site.AskAsync<long>("select count(*) from job where done_at is null and claimed_until is null and attempts = 0 and data like '%慢%'")).ShouldBe(8);
        site.Tower.Act = (_, _) => Task.CompletedTask;
        (await site.RunJobsAsync()).ShouldBe(8);
    }

    private async Task<Node> StartAsync()
    {
        IHostedService[] services = [ActivatorUtilities.CreateInstance<SignalListener>(site.Services), ActivatorUtilities.CreateInstance<JobRunner>(site.Services)];
        foreach (var service in services)
        {
            await service.StartAsync(stop);
        }

        return new Node(services);
    }

    private async Task EventuallyAsync(Func<bool> isSo)
    {
        for (var i = 0; i < 300 && !isSo(); i++)
        {
            await Task.Delay(50, stop);
        }

        isSo().ShouldBeTrue();
    }

    private sealed class Node(IHostedService[] services) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            foreach (var service in services.Reverse())
            {
                await service.StopAsync(CancellationToken.None);
                ((IDisposable)service).Dispose();
            }
        }
    }
}

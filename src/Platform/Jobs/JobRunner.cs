using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using UnionHall.Platform.Signals;

namespace UnionHall.Platform.Jobs;

/// <summary>
/// Runs jobs in the background of this node: one loop claims, a few workers run, one loop renews the lease of what is
/// claimed, one writes down outcomes, all that have gathered at once. At the end it claims no more, gives back what has
/// not begun and finishes what runs.
/// </summary>
internal sealed class JobRunner(JobStore store, JobExecutor executor, SignalBus signals, JobOptions options, ILogger<JobRunner> log) : BackgroundService
{
    private readonly ConcurrentDictionary<Guid, ClaimedJob> claimed = new();
    private readonly CancellationTokenSource hurry = new();

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await using var registration = cancellationToken.Register(hurry.Cancel);
        await base.StopAsync(cancellationToken);
    }

    public override void Dispose()
    {
        hurry.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var waiting = Channel.CreateBounded<ClaimedJob>(options.AtOnce);
        var outcomes = Channel.CreateUnbounded<JobOutcome>();
        using var finished = new CancellationTokenSource();
        var renewing = RenewAsync(finished.Token);
        var recording = RecordAsync(outcomes.Reader);
        var workers = Enumerable.Range(0, options.AtOnce).Select(_ => WorkAsync(waiting.Reader, outcomes.Writer, stoppingToken)).ToList();

        await ClaimAsync(waiting.Writer, stoppingToken);
        waiting.Writer.Complete();
        await Task.WhenAll(workers);
        outcomes.Writer.Complete();
        await recording;
        await finished.CancelAsync();
        await renewing;
    }

    private async Task ClaimAsync(ChannelWriter<ClaimedJob> waiting, CancellationToken stop)
    {
        using var wake = new WakeUp();
        using var subscription = signals.Subscribe(JobStore.Topic, wake.Call);
        while (!stop.IsCancellationRequested)
        {
            IReadOnlyList<ClaimedJob> batch = [];
            await GuardedAsync(async () => batch = await store.ClaimAsync(stop), stop);
            foreach (var job in batch)
            {
                claimed[job.Id] = job;
            }

            foreach (var job in batch)
            {
                // Workers give back what they take after the stop, so that every claimed job passes through them.
                await waiting.WriteAsync(job, CancellationToken.None);
            }

            if (batch.Count < options.Batch)
            {
                await GuardedAsync(() => wake.WaitAsync(options.Poll, stop), stop);
            }
        }
    }

    private async Task WorkAsync(ChannelReader<ClaimedJob> waiting, ChannelWriter<JobOutcome> outcomes, CancellationToken stopping)
    {
        await foreach (var job in waiting.ReadAllAsync(CancellationToken.None))
        {
            if (stopping.IsCancellationRequested || !await FinishedAsync(job, outcomes))
            {
                await GuardedAsync(() => store.ReleaseAsync(job, CancellationToken.None), CancellationToken.None);
                claimed.TryRemove(job.Id, out _);
            }
        }
    }

    /// <returns>False when the process ends before the job did.</returns>
    private async Task<bool> FinishedAsync(ClaimedJob job, ChannelWriter<JobOutcome> outcomes)
    {
        try
        {
            return outcomes.TryWrite(await executor.RunAsync(job, hurry.Token));
        }
        catch (Exception) when (hurry.IsCancellationRequested)
        {
            return false;
        }
    }

    private async Task RecordAsync(ChannelReader<JobOutcome> outcomes)
    {
        while (await outcomes.WaitToReadAsync(CancellationToken.None))
        {
            var gathered = new List<JobOutcome>();
            while (gathered.Count < options.Batch && outcomes.TryRead(out var outcome))
            {
                gathered.Add(outcome);
            }

            // Where this fails the leases run out and the jobs run again: at least once is the promise.
            await GuardedAsync(() => executor.RecordAsync(gathered, CancellationToken.None), CancellationToken.None);
            gathered.ForEach(outcome => claimed.TryRemove(outcome.Job.Id, out _));
        }
    }

    private async Task RenewAsync(CancellationToken finished)
    {
        using var timer = new PeriodicTimer(options.Lease / 3);
        while (!finished.IsCancellationRequested)
        {
            try
            {
                await timer.WaitForNextTickAsync(finished);
                if (!claimed.IsEmpty)
                {
                    await GuardedAsync(() => store.RenewAsync([.. claimed.Keys], finished), finished);
                }
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    /// <summary>An outage of the database must not end the loop.</summary>
    private async Task GuardedAsync(Func<Task> act, CancellationToken stop)
    {
        try
        {
            await act();
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The end was asked for.
        }
        catch (Exception problem) when (problem is NpgsqlException or IOException or SocketException or TimeoutException)
        {
            log.JobStoreUnreachable(problem);
        }
    }
}

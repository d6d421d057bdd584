using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace UnionHall.Platform.Jobs;

/// <summary>
/// Runs the recurring jobs of the platform, each on one node at a time. A job that comes round every few seconds or
/// faster is kept for a watch of 20 s, so that an idle site does not write its lease twice a second.
/// </summary>
internal sealed class RecurringRunner(IEnumerable<RecurringJobType> types, RecurringStore store, IServiceScopeFactory scopes, ILogger<RecurringRunner> log)
    : BackgroundService
{
    private static readonly TimeSpan Watch = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(10);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(types.Select(type => KeepRunningAsync(type.Type, stoppingToken)));

    private async Task KeepRunningAsync(Type type, CancellationToken stop)
    {
        await Task.Yield();
        var (name, every) = Describe(type);
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await store.EnsureAsync(name, stop);
                if (await store.TakeAsync(name, stop))
                {
                    await RunTurnAsync(type, name, every, stop);
                }
            }
            catch (Exception problem) when (IsOutage(problem) && !stop.IsCancellationRequested)
            {
                log.JobStoreUnreachable(problem);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }

            await SleepAsync(every < LongestSleep ? every : LongestSleep, stop);
        }
    }

    private (string Name, TimeSpan Every) Describe(Type type)
    {
        using var scope = scopes.CreateScope();
        var job = (IRecurringJob)scope.ServiceProvider.GetRequiredService(type);
        return (job.Name, job.Every);
    }

    private async Task RunTurnAsync(Type type, string name, TimeSpan every, CancellationToken stop)
    {
        using var done = new CancellationTokenSource();
        var renewing = RenewAsync(name, done.Token);
        Exception? problem = null;
        try
        {
            await RunWatchAsync(type, every, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Let go below, so that another node takes over at once.
        }
        catch (Exception failure)
        {
            problem = failure;
            log.RecurringJobFailed(failure, name);
        }

        await done.CancelAsync();
        await renewing;
        await store.FinishAsync(name, every, problem?.ToString(), CancellationToken.None);
    }

    private async Task RunWatchAsync(Type type, TimeSpan every, CancellationToken stop)
    {
        var rounds = every >= LongestSleep ? 1 : Math.Max(1, (int)(Watch / every));
        for (var round = 0; round < rounds; round++)
        {
            if (round > 0)
            {
                await Task.Delay(every, TimeProvider.System, stop);
            }

            await using var scope = scopes.CreateAsyncScope();
            await ((IRecurringJob)scope.ServiceProvider.GetRequiredService(type)).RunAsync(stop);
        }
    }

    private async Task RenewAsync(string name, CancellationToken done)
    {
        while (!done.IsCancellationRequested)
        {
            await SleepAsync(RecurringStore.Lease / 3, done);
            try
            {
                await store.RenewAsync(name, done);
            }
            catch (Exception problem) when (IsOutage(problem) || problem is OperationCanceledException)
            {
                // The lease runs out and another node takes over.
            }
        }
    }

    private static bool IsOutage(Exception problem) => problem is NpgsqlException or IOException or SocketException or TimeoutException;

    private static async Task SleepAsync(TimeSpan time, CancellationToken stop) =>
        await Task.Delay(time, TimeProvider.System, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}

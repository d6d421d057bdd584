using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using UnionHall.Messaging.ReceiveMail.StoreMail;

namespace UnionHall.Messaging.ReceiveMail.Fetch;

/// <summary>Stays connected to the folder of every box that is fetched, on every node: each letter is stored once all the same.</summary>
internal sealed class WatchImap(FetchImap fetch, MailDoors doors, ILogger<WatchImap> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(9);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        var watched = new Dictionary<FetchedBox, (Task Work, CancellationTokenSource Stop)>();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await FollowAsync(watched, await fetch.BoxesAsync(stoppingToken), stoppingToken);
            }
            catch (Exception problem) when (!stoppingToken.IsCancellationRequested)
            {
                log.BoxesUnknown(problem);
            }

            await Task.Delay(Look, TimeProvider.System, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await FollowAsync(watched, [], CancellationToken.None);
    }

    /// <summary>Begins with boxes that are new or were changed, and lets go of those that are not fetched any more.</summary>
    private async Task FollowAsync(Dictionary<FetchedBox, (Task Work, CancellationTokenSource Stop)> watched, IReadOnlyList<FetchedBox> boxes, CancellationToken stop)
    {
        foreach (var gone in watched.Keys.Except(boxes).ToList())
        {
            await watched[gone].Stop.CancelAsync();
            await watched[gone].Work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            watched[gone].Stop.Dispose();
            watched.Remove(gone);
        }

        foreach (var box in boxes.Where(box => !watched.ContainsKey(box)))
        {
            var own = CancellationTokenSource.CreateLinkedTokenSource(stop);
            watched[box] = (Task.Run(() => WatchAsync(box, own.Token), CancellationToken.None), own);
        }
    }

    private async Task WatchAsync(FetchedBox box, CancellationToken stop)
    {
        for (var failures = 0; !stop.IsCancellationRequested;)
        {
            try
            {
                await StayAsync(box, stop);
                failures = 0;
            }
            catch (Exception problem) when (!stop.IsCancellationRequested)
            {
                failures++;
                log.BoxNotFetched(problem, box.Id);
                await TellAsync(box, problem, stop);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            var pause = TimeSpan.FromSeconds(Math.Min(LongestPause.TotalSeconds, failures == 0 ? 0 : 5 * Math.Pow(2, failures - 1)));
            await Task.Delay(pause, TimeProvider.System, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task StayAsync(FetchedBox box, CancellationToken stop)
    {
        await using var client = await ImapClient.OpenAsync(box.Door, StoreMailHandler.MostBytes, stop);
        do
        {
            await fetch.RoundAsync(client, box, stop);
            await doors.WentWellAsync(box.Id, MailDoors.Imap, stop);
        }
        while (await client.WaitAsync(Idle, stop));
    }

    private async Task TellAsync(FetchedBox box, Exception problem, CancellationToken stop)
    {
        try
        {
            await doors.FailedAsync(box.Id, MailDoors.Imap, problem is ImapFaultException ? problem.Message : "取信的时候程序出了问题，请看日志。", stop);
        }
        catch (Exception outage) when (!stop.IsCancellationRequested)
        {
            log.BoxesUnknown(outage);
        }
    }
}

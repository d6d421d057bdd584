using System.Collections.Concurrent;
using System.Diagnostics;

namespace UnionHall.Bench;

/// <summary>Ways of asking a server.</summary>
internal static class Load
{
    /// <summary>Open loop: requests leave at a fixed rate whether or not earlier ones have been answered.</summary>
    public static async Task<Latency> OpenAsync(double perSecond, int seconds, Func<int, Task<bool>> ask)
    {
        var answers = new ConcurrentBag<double>();
        var failed = 0;
        var clock = Stopwatch.StartNew();
        var asked = new List<Task>();
        for (var number = 0; number < perSecond * seconds; number++)
        {
            var due = TimeSpan.FromSeconds(number / perSecond);
            if (due - clock.Elapsed is { Ticks: > 0 } wait)
            {
                await Task.Delay(wait);
            }

            asked.Add(OneAsync(number, due));
        }

        await Task.WhenAll(asked);
        return Latency.Of(answers, failed);

        async Task OneAsync(int number, TimeSpan due)
        {
            if (await ask(number))
            {
                answers.Add((clock.Elapsed - due).TotalMilliseconds);
            }
            else
            {
                Interlocked.Increment(ref failed);
            }
        }
    }

    /// <summary>Closed loop: some clients ask again as soon as they are answered. Answers per second.</summary>
    public static async Task<double> ClosedAsync(int clients, int seconds, Func<int, Task<bool>> ask)
    {
        var done = 0;
        var failed = 0;
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, clients).Select(async client =>
        {
            while (clock.Elapsed < TimeSpan.FromSeconds(seconds))
            {
                if (await ask(client))
                {
                    Interlocked.Increment(ref done);
                }
                else
                {
                    Interlocked.Increment(ref failed);
                }
            }
        }));
        var rate = done / clock.Elapsed.TotalSeconds;
        return failed == 0 ? rate : throw new InvalidOperationException($"{failed} of {failed + done} requests failed.");
    }
}

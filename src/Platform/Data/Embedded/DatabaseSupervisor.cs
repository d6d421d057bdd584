using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace UnionHall.Platform.Data.Embedded;

/// <summary>Looks every two seconds whether the embedded database still runs, and starts it again when it does not.</summary>
internal sealed class DatabaseSupervisor(EmbeddedPostgres postgres, ILogger<DatabaseSupervisor> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                if (!postgres.IsRunning())
                {
                    await postgres.EnsureRunningAsync(stoppingToken);
                    Log.DatabaseRevived(logger);
                }
            }
            catch (Exception problem) when (problem is not OperationCanceledException)
            {
                Log.DatabaseStaysDown(logger, problem);
            }
        }
    }
}

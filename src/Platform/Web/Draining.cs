using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace UnionHall.Platform.Web;

/// <summary>
/// The order of leaving: not ready any more; a while for the load balancer to notice (Shutdown__DrainSeconds, 0 where
/// there is none); then the doors close, the jobs end, and the database stops last.
/// </summary>
internal sealed class Draining(IConfiguration configuration, ILogger<Draining> logger) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        if (double.TryParse(configuration["Shutdown:DrainSeconds"], CultureInfo.InvariantCulture, out var seconds) && seconds > 0)
        {
            Log.Draining(logger, seconds);
            await Task.Delay(TimeSpan.FromSeconds(seconds), cancellationToken);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

using System.Net.Sockets;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using UnionHall.Platform.Data;

namespace UnionHall.Platform.Signals;

/// <summary>The one LISTEN connection of this node. Asks for a sign of life every 20 s and connects again where none comes.</summary>
internal sealed class SignalListener(DatabaseOptions database, SignalBus bus, ILogger<SignalListener> log) : BackgroundService
{
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception problem) when (problem is NpgsqlException or IOException or SocketException or TimeoutException or OperationCanceledException)
            {
                log.ListenerBroke(problem);
                await Task.Delay(Retry, TimeProvider.System, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task ListenAsync(CancellationToken stop)
    {
        await using var connection = new NpgsqlConnection(OwnConnection());
        connection.Notification += (_, signal) => bus.Hear(signal.Payload);
        await connection.OpenAsync(stop);
        await ExecuteAsync(connection, $"listen {SignalBus.Channel}", stop);
        bus.HearAll();
        while (true)
        {
            if (!await connection.WaitAsync(KeepAlive, stop))
            {
                await ExecuteAsync(connection, "select 1", stop);
            }
        }
    }

    /// <summary>Outside the pool, and on the primary: notifications do not travel to standbys.</summary>
    private string OwnConnection()
    {
        var own = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Pooling = false, ApplicationName = "unionhall-signals" };
        if (own.Host?.Contains(',', StringComparison.Ordinal) == true)
        {
            own.TargetSessionAttributes = "primary";
        }

        return own.ConnectionString;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken stop)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 10 };
        await command.ExecuteNonQueryAsync(stop);
    }
}

using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace UnionHall.Platform.Data.Embedded;

/// <summary>
/// A private PostgreSQL under the data folder, reached by a unix socket. A database left running by a killed
/// process is adopted, never started twice; the last process that leaves stops it.
/// </summary>
public sealed class EmbeddedPostgres : IAsyncDisposable
{
    private readonly DatabaseUsers users;
    private readonly string cluster;
    private readonly string socket;
    private readonly string binaries;
    private readonly bool durable;

    // The very process that becomes the postmaster: setsid and unshare replace themselves.
    private Process? launched;

    private EmbeddedPostgres(string dataFolder, string? binaries, bool durable)
    {
        Directory.CreateDirectory(dataFolder);
        users = new DatabaseUsers(dataFolder);
        cluster = Path.Combine(dataFolder, "postgres");
        socket = SocketFolder.For(Path.GetFullPath(dataFolder));
        this.binaries = PostgresBinaries.Find(binaries);
        this.durable = durable;
    }

    /// <summary>Connection string to the database "unionhall".</summary>
    public string ConnectionString => ConnectionTo("unionhall");

    /// <summary>Starts the database of this folder, or joins it where it already runs.</summary>
    public static async Task<EmbeddedPostgres> StartAsync(string dataFolder, string? binaries, bool durable, CancellationToken stop)
    {
        var postgres = new EmbeddedPostgres(dataFolder, binaries, durable);
        try
        {
            using (await postgres.users.EnterAsync(stop))
            {
                postgres.users.Join();
                await postgres.InitialiseAsync(stop);
                await postgres.EnsureRunningAsync(stop);
            }
        }
        catch
        {
            // A start that was interrupted leaves no database running that nobody knows of.
            await postgres.DisposeAsync();
            throw;
        }

        return postgres;
    }

    public string ConnectionTo(string database) => new NpgsqlConnectionStringBuilder
    {
        Host = socket,
        Database = database,
        Username = "unionhall",
        MaxPoolSize = 60,
        MinPoolSize = 2,
        MaxAutoPrepare = 100,
        NoResetOnClose = true,
        ApplicationName = "unionhall",
    }.ConnectionString;

    /// <summary>Starts the database again where it has died; does nothing while it runs.</summary>
    public async Task EnsureRunningAsync(CancellationToken stop)
    {
        if (!IsRunning())
        {
            Launch();
        }

        await WaitUntilReadyAsync(stop);
    }

    public async ValueTask DisposeAsync()
    {
        using (await users.EnterAsync(CancellationToken.None))
        {
            if (users.LeaveAsLast())
            {
                await StopAsync();
            }

            users.Dispose();
            launched?.Dispose();
        }
    }

    /// <summary>True when the folder holds a database.</summary>
    public static bool IsIn(string dataFolder) => IsMade(Path.Combine(dataFolder, "postgres"));

    private static bool IsMade(string cluster) => File.Exists(Path.Combine(cluster, "PG_VERSION"));

    private async Task InitialiseAsync(CancellationToken stop)
    {
        if (IsMade(cluster))
        {
            return;
        }

        // Initialised aside and moved into place, so that an interrupted first start leaves no half cluster.
        var fresh = cluster + ".new";
        if (Directory.Exists(fresh))
        {
            Directory.Delete(fresh, recursive: true);
        }

        await PostgresProcess.RunAsync(
            Path.Combine(binaries, "initdb"), stop, "-D", fresh, "-U", "unionhall", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-instructions");
        Directory.Move(fresh, cluster);
    }

    private void Launch()
    {
        var log = Path.Combine(cluster, "log");
        string[] settings =
        [
            "-c", "listen_addresses=", "-c", $"unix_socket_directories={socket}", "-c", "logging_collector=on", "-c", $"log_directory={log}",
            "-c", "log_filename=postgres-%a.log", "-c", "log_truncate_on_rotation=on", "-c", "log_rotation_age=1d",
            "-c", "shared_preload_libraries=pg_stat_statements", "-c", "max_connections=200", "-c", "shared_buffers=512MB",
            "-c", "effective_cache_size=4GB", "-c", "work_mem=16MB", "-c", "maintenance_work_mem=256MB", "-c", "max_wal_size=4GB",
            "-c", "random_page_cost=1.1", "-c", "jit=off", "-c", "timezone=UTC",
        ];
        string[] careless = durable ? [] : ["-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off"];
        launched?.Dispose();
        launched = PostgresProcess.Start(Path.Combine(binaries, "postgres"), ["-D", cluster, .. settings, .. careless]);
        launched.StandardInput.Close();
        launched.StandardOutput.Close();
        launched.StandardError.Close();
    }

    private async Task WaitUntilReadyAsync(CancellationToken stop)
    {
        var patience = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                await EnsureDatabaseAsync(stop);
                return;
            }
            catch (NpgsqlException problem) when (patience.Elapsed < TimeSpan.FromMinutes(5) && IsTransient(problem))
            {
                if (!IsRunning() && patience.Elapsed > TimeSpan.FromSeconds(20))
                {
                    throw new InvalidOperationException($"内嵌数据库没有启动，原因见 {Path.Combine(cluster, "log")}。", problem);
                }

                await Task.Delay(50, stop);
            }
        }
    }

    private static bool IsTransient(NpgsqlException problem) =>
        problem is not PostgresException { SqlState: not ("57P03" or "57P01" or "57P02") };

    private async Task EnsureDatabaseAsync(CancellationToken stop)
    {
        await using var connection = new NpgsqlConnection(ConnectionTo("postgres") + ";Pooling=false;Minimum Pool Size=0");
        await connection.OpenAsync(stop);
        await using var exists = new NpgsqlCommand("select 1 from pg_database where datname = 'unionhall'", connection);
        if (await exists.ExecuteScalarAsync(stop) is null)
        {
            await using var create = new NpgsqlCommand("create database unionhall", connection);
            await create.ExecuteNonQueryAsync(stop);
        }
    }

    internal bool IsRunning() => Postmaster() is not null;

    /// <summary>The postmaster of this cluster, if the process that its pid file names is alive and is a postgres.</summary>
    private Process? Postmaster()
    {
        var pidFile = Path.Combine(cluster, "postmaster.pid");
        if (!File.Exists(pidFile) || !int.TryParse(File.ReadLines(pidFile).FirstOrDefault(), CultureInfo.InvariantCulture, out var pid))
        {
            return null;
        }

        try
        {
            var process = Process.GetProcessById(pid);
            return process.ProcessName.StartsWith("postgres", StringComparison.Ordinal) && !process.HasExited ? process : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private async Task StopAsync()
    {
        NpgsqlConnection.ClearAllPools();
        // One that was launched a moment ago has not written its pid file yet.
        using var postmaster = Postmaster() ?? launched;
        if (postmaster is null or { HasExited: true })
        {
            return;
        }

        Signal(postmaster.Id, "INT");
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        try
        {
            await postmaster.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            Signal(postmaster.Id, "QUIT");
        }
    }

    private static void Signal(int pid, string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", pid.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }
}

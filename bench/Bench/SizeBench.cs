using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace UnionHall.Bench;

/// <summary>All measurements on one database.</summary>
internal static class SizeBench
{
    private const int Port = 5191;
    private const int YardstickPort = 5192;
    private static readonly (string, string)[] NoLimits =
        [("RateLimits__GeneralPerAddress", "100000000"), ("RateLimits__GeneralPerAccount", "100000000"), ("RateLimits__Submit", "100000000"), ("RateLimits__SignIn", "1000000")];

    public static async Task<Findings> RunAsync(Plan plan, string size, int requests, CancellationToken stop)
    {
        var folder = plan.Folder(size);
        await PrepareAsync(plan, folder, requests, stop);
        await using var site = await ServerProcess.StartAsync(Port, "/", NoLimits, plan.AppDll, "serve", "--data", folder, "--port", $"{Port}");
        var connection = ConnectionOf(folder);
        await using var source = NpgsqlDataSource.Create(connection);
        await using var yardstick = await ServerProcess.StartAsync(YardstickPort, "/", [], plan.BenchDll, "yardstick", connection, $"{YardstickPort}");
        using var desk = new Client(site.Address);
        using var plain = new Client(yardstick.Address);
        await desk.SignInAsync("city.dispatcher", "Laojia-2026");
        var city = await OneAsync<Guid>(source, "select id from unit where parent_id is null order by code limit 1", stop);
        var references = await ManyAsync(source, "select reference from request where id >= (select id from request order by id desc offset least(50000, (select count(*) / 2 from request)) limit 1) limit 2000", stop);

        await WarmAsync(desk, plain, city, references);
        await SettleAsync(site, stop);
        var inbox = await Load.OpenAsync(15, plan.Seconds, _ => desk.ReadsAsync("/desk/requests"));
        var (inboxCpu, yardstickCpu) = (await CpuAsync(site, () => desk.ReadsAsync("/desk/requests")), await CpuAsync(yardstick, () => plain.ReadsAsync($"/inbox?unit={city}")));
        var today = TimeProvider.System.GetLocalNow();
        return new Findings
        {
            Rows = await OneAsync<long>(source, "select count(*) from request", stop),
            Inbox = inbox,
            YardstickInbox = await Load.OpenAsync(15, plan.Seconds, _ => plain.ReadsAsync($"/inbox?unit={city}")),
            InboxCpu = inboxCpu,
            YardstickCpu = yardstickCpu,
            Case = await Load.OpenAsync(15, plan.Seconds, number => desk.ReadsAsync($"/desk/requests/{references[number % references.Count]}")),
            Search = await Load.OpenAsync(5, plan.Seconds, number => desk.ReadsAsync($"/desk/requests?view=all&q={Uri.EscapeDataString(number % 2 == 0 ? "微波" : "社保")}")),
            RatesOfMonth = await Load.OpenAsync(2, plan.Seconds, _ => desk.ReadsAsync($"/desk/rates?period={today.AddMonths(-1):yyyy-MM}")),
            RatesOfYear = await Load.OpenAsync(2, plan.Seconds, _ => desk.ReadsAsync($"/desk/rates?period={today.Year}")),
            SubmitRate = await SubmitAsync(site.Address, plan.Seconds),
            PgbenchRate = await PgbenchAsync(plan, connection, stop),
            ColdStart = await ColdAsync(NoLimits, connection, plan.AppDll, "serve", "--data", folder, "--port", "5193"),
            EmptyStart = await ColdAsync([], connection, plan.BenchDll, "empty", connection, "5193"),
            HomeBytes = await HomeAsync(site),
        };
    }

    private static async Task PrepareAsync(Plan plan, string folder, int requests, CancellationToken stop)
    {
        if (plan.Fresh && Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        if (Directory.Exists(folder))
        {
            return;
        }

        Console.Error.WriteLine($"Making {folder} with {requests:N0} requests …");
        await using (await ServerProcess.StartAsync(Port, "/", NoLimits, plan.AppDll, "serve", "--demo", "--data", folder, "--port", $"{Port}"))
        {
        }

        using var fill = Process.Start("dotnet", [plan.AppDll, "fill", "--data", folder, "--units", requests > 10_000 ? "2000" : "0", "--requests", requests.ToString(CultureInfo.InvariantCulture)]);
        await fill.WaitForExitAsync(stop);
        if (fill.ExitCode != 0)
        {
            throw new InvalidOperationException("The database could not be filled.");
        }
    }

    /// <summary>The socket folder stands in the pid file of the running server.</summary>
    private static string ConnectionOf(string folder) =>
        $"Host={File.ReadLines(Path.Combine(folder, "postgres", "postmaster.pid")).ElementAt(4)};Username=unionhall;Database=unionhall;Max Auto Prepare=50;Maximum Pool Size=30";

    private static async Task WarmAsync(Client desk, Client plain, Guid city, IReadOnlyList<string> references)
    {
        for (var number = 0; number < 300; number++)
        {
            await desk.ReadsAsync("/desk/requests");
            await desk.ReadsAsync($"/desk/requests/{references[number % references.Count]}");
            await plain.ReadsAsync($"/inbox?unit={city}");
        }
    }

    /// <summary>Waits until what a first start does in the background is done, so that pages are measured and nothing else.</summary>
    private static async Task SettleAsync(ServerProcess site, CancellationToken stop)
    {
        var (watch, quiet) = (Stopwatch.StartNew(), 0);
        while (quiet < 5 && watch.Elapsed < TimeSpan.FromMinutes(15))
        {
            var before = site.Cpu;
            await Task.Delay(1_000, stop);
            quiet = (site.Cpu - before).TotalMilliseconds < 50 ? quiet + 1 : 0;
        }

        Console.Error.WriteLine(quiet == 5 ? $"Quiet after {watch.Elapsed.TotalSeconds:0} s." : "Not quiet: work goes on in the background.");
    }

    /// <summary>CPU milliseconds of the server per page.</summary>
    private static async Task<double> CpuAsync(ServerProcess server, Func<Task<bool>> ask)
    {
        const int pages = 400;
        var before = server.Cpu;
        for (var page = 0; page < pages; page++)
        {
            await ask();
        }

        return (server.Cpu - before).TotalMilliseconds / pages;
    }

    public static async Task<double> PageAsync(Uri site, string path, int times)
    {
        using var desk = new Client(site);
        await desk.SignInAsync("city.dispatcher", "Laojia-2026");
        var watch = Stopwatch.StartNew();
        for (var time = 0; time < times; time++)
        {
            await desk.ReadsAsync(path);
        }

        return watch.Elapsed.TotalMilliseconds / times;
    }

    public static async Task<double> SubmitAsync(Uri site, int seconds)
    {
        var clients = Enumerable.Range(0, 8).Select(_ => new Client(site)).ToArray();
        var hidden = await Task.WhenAll(clients.Select(client => client.FieldsAsync("/requests/submit")));
        Task<bool> Ask(int client) => clients[client].SubmitAsync(hidden[client], "分拣夜班十二点吃饭，休息室两台微波炉坏了两周，带的饭都是凉的，想知道什么时候能修。");
        await Load.ClosedAsync(8, 5, Ask);
        var rate = await Load.ClosedAsync(8, seconds, Ask);
        Array.ForEach(clients, client => client.Dispose());
        return rate;
    }

    /// <summary>pgbench with the same number of clients inserting one comparable row, a unique index on it, durable.</summary>
    private static async Task<double> PgbenchAsync(Plan plan, string connection, CancellationToken stop)
    {
        var builder = new NpgsqlConnectionStringBuilder(connection);
        await using var source = NpgsqlDataSource.Create(connection);
        await using (var table = source.CreateCommand("drop table if exists bench_row; create table bench_row (id uuid primary key, reference text, words text, at timestamptz)"))
        {
            await table.ExecuteNonQueryAsync(stop);
        }

        var script = Path.GetTempFileName();
        await File.WriteAllTextAsync(script, "insert into bench_row values (gen_random_uuid(), '2026-000001', repeat('分拣夜班十二点吃饭', 8), now());\n", stop);
        using var pgbench = Process.Start(new ProcessStartInfo("pgbench", ["-n", "-M", "prepared", "-c", "8", "-j", "2", "-T", plan.Seconds.ToString(CultureInfo.InvariantCulture), "-f", script, "-h", builder.Host!, "-U", "unionhall", "unionhall"])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;
        var output = await pgbench.StandardOutput.ReadToEndAsync(stop);
        await pgbench.WaitForExitAsync(stop);
        await using var drop = source.CreateCommand("drop table bench_row");
        await drop.ExecuteNonQueryAsync(stop);
        var line = output.Split('\n').First(line => line.StartsWith("tps", StringComparison.Ordinal));
        return double.Parse(line.Split(' ')[2], CultureInfo.InvariantCulture);
    }

    /// <summary>Milliseconds to the first page, the median of five starts, with the database running.</summary>
    private static async Task<double> ColdAsync((string, string)[] environment, string connection, params string[] command)
    {
        var times = new List<double>();
        for (var start = 0; start < 5; start++)
        {
            await using var server = await ServerProcess.StartAsync(5193, "/", [.. environment, ("UNIONHALL_DATABASE", connection)], command);
            times.Add(server.FirstPage.TotalMilliseconds);
        }

        return times.Order().ElementAt(2);
    }

    private static async Task<long> HomeAsync(ServerProcess site)
    {
        using var visitor = new Client(site.Address);
        var bytes = await visitor.BytesAsync("/");
        foreach (var asset in await visitor.AssetsAsync("/"))
        {
            bytes += await visitor.BytesAsync(asset);
        }

        return bytes;
    }

    private static async Task<T> OneAsync<T>(NpgsqlDataSource source, string sql, CancellationToken stop)
    {
        await using var command = source.CreateCommand(sql);
        command.CommandTimeout = 300;
        return (T)(await command.ExecuteScalarAsync(stop))!;
    }

    private static async Task<IReadOnlyList<string>> ManyAsync(NpgsqlDataSource source, string sql, CancellationToken stop)
    {
        var rows = new List<string>();
        await using var command = source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }
}

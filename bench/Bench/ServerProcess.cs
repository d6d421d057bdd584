using System.Diagnostics;
using System.Net;

namespace UnionHall.Bench;

/// <summary>A server under measurement: started, waited for, its CPU read, stopped by SIGINT.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process process;

    private ServerProcess(Process process, int port) => (this.process, Address) = (process, new Uri($"http://127.0.0.1:{port}"));

    public Uri Address { get; }

    /// <summary>From the start of the process to the first page answered.</summary>
    public TimeSpan FirstPage { get; private set; }

    /// <summary>CPU time used so far.</summary>
    public TimeSpan Cpu
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    public static async Task<ServerProcess> StartAsync(int port, string page, (string Name, string Value)[] environment, params string[] command)
    {
        var start = new ProcessStartInfo("dotnet", command) { UseShellExecute = false, RedirectStandardOutput = true };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var watch = Stopwatch.StartNew();
        var started = Process.Start(start)!;
        started.OutputDataReceived += (_, _) => { };
        started.BeginOutputReadLine();
        var server = new ServerProcess(started, port);
        using var client = new HttpClient();
        while (true)
        {
            try
            {
                using var answer = await client.GetAsync(new Uri(server.Address, page));
                if (answer.StatusCode == HttpStatusCode.OK)
                {
                    server.FirstPage = watch.Elapsed;
                    return server;
                }
            }
            catch (HttpRequestException) when (!started.HasExited && watch.Elapsed < TimeSpan.FromMinutes(5))
            {
                await Task.Delay(5);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        using (var kill = Process.Start("kill", ["-INT", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
        {
            await kill.WaitForExitAsync();
        }

        await process.WaitForExitAsync();
        process.Dispose();
    }
}

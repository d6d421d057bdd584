using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace UnionHall.EndToEnd.Tests;

/// <summary>The site as an operator has it: a process of its own on a data folder, with the embedded database, and the verbs beside it.</summary>
internal sealed class SiteProcess(string dataFolder) : IDisposable
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "UnionHall.App.dll");
    private readonly StringBuilder said = new();
    private Process? process;

    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort().ToString(CultureInfo.InvariantCulture)}");

    /// <summary>What the site wrote, of all its lives.</summary>
    public string Said
    {
        get
        {
            lock (said)
            {
                return said.ToString();
            }
        }
    }

    /// <summary>Starts it and waits until it says that it is ready.</summary>
    public async Task StartAsync(CancellationToken stop)
    {
        process = Run("serve", "--demo", "--port", Address.Port.ToString(CultureInfo.InvariantCulture));
        process.OutputDataReceived += (_, line) => Note(line.Data);
        process.ErrorDataReceived += (_, line) => Note(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var asking = new HttpClient { BaseAddress = Address };
        while (!await IsReadyAsync(asking, stop))
        {
            process.HasExited.ShouldBeFalse(Said);
            await Task.Delay(50, stop);
        }
    }

    /// <summary>kill -9: no goodbye to anyone.</summary>
    public async Task KillAsync(CancellationToken stop)
    {
        process!.Kill();
        await process.WaitForExitAsync(stop);
    }

    /// <summary>kill -9 of the database's first process.</summary>
    public async Task KillDatabaseAsync(CancellationToken stop)
    {
        using var postmaster = Process.GetProcessById(await PostmasterAsync(stop));
        postmaster.Kill();
        await postmaster.WaitForExitAsync(stop);
    }

    public async Task<int> PostmasterAsync(CancellationToken stop)
    {
        var lines = await File.ReadAllLinesAsync(Path.Combine(dataFolder, "postgres", "postmaster.pid"), stop);
        return int.Parse(lines[0], CultureInfo.InvariantCulture);
    }

    /// <summary>A verb of bin/unionhall on this data folder.</summary>
    public async Task<(int Code, string Said)> VerbAsync(CancellationToken stop, params string[] words)
    {
        using var verb = Run(words);
        var (output, error) = (verb.StandardOutput.ReadToEndAsync(stop), verb.StandardError.ReadToEndAsync(stop));
        await verb.WaitForExitAsync(stop);
        return (verb.ExitCode, await output + await error);
    }

    /// <summary>Ctrl-C, and how it ended.</summary>
    public async Task<int> StopAsync(CancellationToken stop)
    {
        using var kill = Process.Start("kill", ["-INT", process!.Id.ToString(CultureInfo.InvariantCulture)]);
        await process.WaitForExitAsync(stop);
        return process.ExitCode;
    }

    public void Dispose()
    {
        if (process is { HasExited: false })
        {
            process.Kill();
        }

        process?.Dispose();
    }

    private Process Run(params string[] words)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. words, "--data", dataFolder]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment.Remove("UNIONHALL_DATABASE");
        // All clients of the test come from one address.
        start.Environment["RateLimits__Submit"] = "0";
        return Process.Start(start)!;
    }

    private static async Task<bool> IsReadyAsync(HttpClient asking, CancellationToken stop)
    {
        try
        {
            using var answer = await asking.GetAsync(new Uri("/readyz", UriKind.Relative), stop);
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private void Note(string? line)
    {
        lock (said)
        {
            said.AppendLine(line);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

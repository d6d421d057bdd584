using System.Diagnostics;

namespace UnionHall.Platform.Data.Embedded;

/// <summary>
/// Starts PostgreSQL's programs. They refuse to run as root, so root runs them in a user namespace of their own;
/// a session of their own keeps a Ctrl-C at the terminal from reaching them before the site has finished.
/// </summary>
internal static class PostgresProcess
{
    public static Process Start(string program, params string[] arguments)
    {
        string[] command = Environment.IsPrivilegedProcess
            ? ["setsid", "unshare", "--user", "--map-user=1000", "--map-group=1000", program, .. arguments]
            : ["setsid", program, .. arguments];
        if (OperatingSystem.IsMacOS())
        {
            command = [program, .. arguments];
        }

        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = "/",
        };
        start.Environment["LC_ALL"] = "C.UTF-8";
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("PG", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        return Process.Start(start) ?? throw new InvalidOperationException($"{program} 没有启动。");
    }

    public static async Task RunAsync(string program, CancellationToken stop, params string[] arguments)
    {
        using var process = Start(program, arguments);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(stop);
        var error = process.StandardError.ReadToEndAsync(stop);
        try
        {
            await process.WaitForExitAsync(stop);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            throw;
        }

        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{Path.GetFileName(program)} 以 {process.ExitCode} 结束：{await output}{await error}");
        }
    }
}

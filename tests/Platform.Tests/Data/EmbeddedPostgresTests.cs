using System.Diagnostics;
using UnionHall.Platform.Data.Embedded;

namespace UnionHall.Platform.Tests.Data;

public sealed class EmbeddedPostgresTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("unionhall-postgres-").FullName;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Start_WhenInterruptedAtAnyMoment_LeavesNoProcess(bool isFirst)
    {
        var stop = TestContext.Current.CancellationToken;
        if (!isFirst)
        {
            await (await StartAsync(stop)).DisposeAsync();
        }

        foreach (var moment in new[] { 1, 5, 10, 20, 40, 80, 160, 320 })
        {
            using var interrupt = CancellationTokenSource.CreateLinkedTokenSource(stop);
            interrupt.CancelAfter(moment);
            await InterruptedAsync(interrupt.Token);
            Processes().ShouldBeEmpty($"after {moment} ms");
        }

        // Nothing that was broken off keeps the next start from going through.
        await (await StartAsync(stop)).DisposeAsync();
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private async Task InterruptedAsync(CancellationToken interrupt)
    {
        try
        {
            await (await StartAsync(interrupt)).DisposeAsync();
        }
        catch (OperationCanceledException)
        {
            // As meant.
        }
    }

    private Task<EmbeddedPostgres> StartAsync(CancellationToken stop) =>
        EmbeddedPostgres.StartAsync(folder, Environment.GetEnvironmentVariable("UNIONHALL_POSTGRES"), durable: false, stop);

    /// <summary>Every process whose command line names this folder.</summary>
    private List<string> Processes()
    {
        var lines = new List<string>();
        using var list = Process.Start(new ProcessStartInfo("ps", ["-eo", "args"]) { UseShellExecute = false, RedirectStandardOutput = true })!;
        while (list.StandardOutput.ReadLine() is { } line)
        {
            if (line.Contains(folder, StringComparison.Ordinal))
            {
                lines.Add(line);
            }
        }

        return lines;
    }
}

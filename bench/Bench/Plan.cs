namespace UnionHall.Bench;

/// <summary>What was asked for on the command line.</summary>
internal sealed record Plan(string Root, int Requests, int Seconds, bool Fresh)
{
    public string AppDll => Path.Combine(Root, "src", "App", "bin", "Release", "net10.0", "UnionHall.App.dll");

    public string BenchDll => Path.Combine(Root, "bench", "Bench", "bin", "Release", "net10.0", "UnionHall.Bench.dll");

    public string Folder(string size) => Path.Combine(Root, "artifacts", "bench", size);
}

/// <summary>What one database showed.</summary>
internal sealed record Findings
{
    public required long Rows { get; init; }

    public required double SubmitRate { get; init; }

    public required double PgbenchRate { get; init; }

    public required Latency Inbox { get; init; }

    public required Latency YardstickInbox { get; init; }

    public required double InboxCpu { get; init; }

    public required double YardstickCpu { get; init; }

    public required Latency Case { get; init; }

    public required Latency Search { get; init; }

    public required Latency RatesOfMonth { get; init; }

    public required Latency RatesOfYear { get; init; }

    public required double ColdStart { get; init; }

    public required double EmptyStart { get; init; }

    public required long HomeBytes { get; init; }
}

/// <summary>Percentiles of answers in milliseconds, measured from when a request was due to be sent.</summary>
internal sealed record Latency(double P50, double P95, int Count, int Failed)
{
    public static Latency Of(IEnumerable<double> answers, int failed)
    {
        var sorted = answers.Order().ToArray();
        return sorted.Length == 0 ? new Latency(0, 0, 0, failed) : new Latency(sorted[sorted.Length / 2], sorted[(int)(sorted.Length * 0.95)], sorted.Length, failed);
    }
}

namespace UnionHall.Requests.Demo;

/// <summary>One line of requests-*.jsonl: a request of our own writing and how far it has come.</summary>
internal sealed record DemoRequest
{
    public required string Key { get; init; }

    public required string Service { get; init; }

    /// <summary>Code of the unit the worker belongs to.</summary>
    public required string Unit { get; init; }

    public required string Title { get; init; }

    public required string Words { get; init; }

    public required Visibility Visibility { get; init; }

    public string? Name { get; init; }

    public string? Phone { get; init; }

    public required Channel Channel { get; init; }

    /// <summary>How many days before the demo is loaded it was handed in.</summary>
    public double DaysAgo { get; init; }

    /// <summary>A request state, or "answered" for one answered at once.</summary>
    public required string State { get; init; }

    public Dictionary<string, string> Answers { get; init; } = [];

    public string? Instruction { get; init; }

    public string[] Notes { get; init; } = [];

    public string? Question { get; init; }

    public string? WorkerAnswer { get; init; }

    public string? Reply { get; init; }

    public bool? Solved { get; init; }

    public Rating? Rating { get; init; }

    public string? Comment { get; init; }

    public string? SecondReply { get; init; }
}

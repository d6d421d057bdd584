namespace UnionHall.Platform.Jobs;

/// <summary>How this node runs jobs.</summary>
public sealed record JobOptions
{
    /// <summary>How many rows are claimed at once.</summary>
    public int Batch { get; init; } = 20;

    /// <summary>How many handlers run side by side on this node.</summary>
    public int AtOnce { get; init; } = 4;

    /// <summary>After so many attempts a job is dead and waits for the administrator.</summary>
    public int Attempts { get; init; } = 8;

    /// <summary>How long a claim holds without a sign of life; a killed node's jobs are ready again after this.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How often to look when no signal comes.</summary>
    public TimeSpan Poll { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long done jobs are kept.</summary>
    public TimeSpan Keep { get; init; } = TimeSpan.FromDays(7);
}

namespace UnionHall.Requests.ChangeClock;

/// <summary>A rule as typed; numbers and codes as text, so that a wrong one can be shown again.</summary>
internal sealed class ChangeClockForm
{
    public string? Amount { get; set; }

    public string? Unit { get; set; }

    /// <summary>0 or empty: no extension.</summary>
    public string? Extension { get; set; }

    public string? Times { get; set; }

    /// <summary>What does not count; empty: all time counts.</summary>
    public string? Excludes { get; set; }

    public DateOnly? From { get; set; }

    public string? Basis { get; set; }

    /// <summary>The latest change the administrator saw when he began.</summary>
    public Guid? Seen { get; set; }
}

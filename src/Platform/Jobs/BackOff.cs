namespace UnionHall.Platform.Jobs;

/// <summary>How long a failed job waits: 10 s, then four times as long each time, at most 6 hours, less up to a fifth so that failures do not march in step.</summary>
internal static class BackOff
{
    public static readonly TimeSpan First = TimeSpan.FromSeconds(10);
    public static readonly TimeSpan Longest = TimeSpan.FromHours(6);

    /// <param name="attempt">The attempt that failed, from 1.</param>
    /// <param name="chance">Between 0 and 1.</param>
    public static TimeSpan After(int attempt, double chance)
    {
        var full = Math.Min(First.TotalSeconds * Math.Pow(4, attempt - 1), Longest.TotalSeconds);
        return TimeSpan.FromSeconds(Math.Max(full * (1 - (chance / 5)), First.TotalSeconds));
    }
}

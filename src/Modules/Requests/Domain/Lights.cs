namespace UnionHall.Requests.Domain;

/// <summary>When a clock turns yellow and red (domain rules, 1.7).</summary>
internal static class Lights
{
    private const double YellowFrom = 0.8;

    public static DateTimeOffset WarnAt(DateTimeOffset start, DateTimeOffset due) => start + ((due - start) * YellowFrom);

    /// <summary>What the sweep does next with a clock: warn, write the breach, nothing.</summary>
    public static DateTimeOffset? NextLook(DateTimeOffset start, DateTimeOffset due, DateTimeOffset? warnedAt, DateTimeOffset? breachedAt) =>
        warnedAt is null ? WarnAt(start, due) : breachedAt is null ? due : null;

    /// <summary>After a deadline moved: what was said of the old one and is not true of the new one is taken back.</summary>
    public static (DateTimeOffset? WarnedAt, DateTimeOffset? BreachedAt) Kept(
        DateTimeOffset start, DateTimeOffset due, DateTimeOffset? warnedAt, DateTimeOffset? breachedAt, DateTimeOffset now) =>
        (WarnAt(start, due) < now ? warnedAt : null, due < now ? breachedAt : null);
}

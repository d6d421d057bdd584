namespace UnionHall.Requests.Settings;

/// <summary>Versions of one thing as the pages show them.</summary>
/// <param name="Shown">The one in force, or the first to come.</param>
/// <param name="Planned">The same from later days, soonest first.</param>
internal sealed record DatedRow<T>(T Shown, IReadOnlyList<T> Planned)
{
    /// <summary>What a change goes on from.</summary>
    public T Latest => Planned.Count > 0 ? Planned[^1] : Shown;
}

internal static class DatedRows
{
    /// <param name="versions">By their first day, oldest first; at least one.</param>
    public static DatedRow<T> Of<T>(IEnumerable<T> versions, Func<T, DateOnly> from, DateOnly today)
        where T : class
    {
        var all = versions.ToList();
        return new DatedRow<T>(all.LastOrDefault(row => from(row) <= today) ?? all[0], [.. all.Where(row => from(row) > today)]);
    }
}

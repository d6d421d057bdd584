namespace UnionHall.Testing;

/// <summary>A clock that stands still until told. Timers run in real time.</summary>
public sealed class ManualClock : TimeProvider
{
    /// <summary>Friday 18 September 2026, 14:20 in Shanghai, the day of the mock-ups.</summary>
    public static readonly DateTimeOffset Start = new(2026, 9, 18, 6, 20, 0, TimeSpan.Zero);

    private long ticks = Start.UtcTicks;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref ticks), TimeSpan.Zero);

    public void Advance(TimeSpan by) => Interlocked.Add(ref ticks, by.Ticks);

    public void Set(DateTimeOffset to) => Interlocked.Exchange(ref ticks, to.UtcTicks);
}

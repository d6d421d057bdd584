namespace UnionHall.Platform.Time;

/// <summary>A stored <see cref="DayFact"/>.</summary>
internal sealed class CalendarDay
{
    public DateOnly Date { get; init; }

    public required string Name { get; set; }

    public bool IsOffDay { get; set; }

    public int DocumentYear { get; set; }
}

namespace UnionHall.Platform.Time;

/// <summary>A stored <see cref="DayFact"/>.</summary>
internal sealed class CalendarDay
{
    public DateOnly Date { get; init; }

    public required string Name { get; set; }

    public bool IsOffDay { get; set; }

    public int DocumentYear { get; set; }

    public DayFact Fact => new(Date, Name, IsOffDay, DocumentYear);

    public static CalendarDay Of(DayFact fact) => new() { Date = fact.Date, Name = fact.Name, IsOffDay = fact.IsOffDay, DocumentYear = fact.DocumentYear };

    public void Become(DayFact fact) => (Name, IsOffDay, DocumentYear) = (fact.Name, fact.IsOffDay, fact.DocumentYear);
}

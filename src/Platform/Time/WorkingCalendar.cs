using System.Collections.Frozen;

namespace UnionHall.Platform.Time;

/// <summary>Which days are worked: what the notices say, else Monday to Friday.</summary>
/// <remarks>
/// A year is known when at least one fact of its notice is loaded. Answers about other years are provisional and must be
/// worked out again when the notice, usually of November, is loaded. Since 2007 a notice has changed days of the December
/// before it from the 29th on, so those days need the next year's notice too.
/// </remarks>
public sealed class WorkingCalendar
{
    private const int DaysChangedBeforeNewYear = 3;

    private readonly FrozenDictionary<DateOnly, DayFact> facts;
    private readonly FrozenSet<int> years;

    /// <param name="facts">The facts of all notices, in any order; where two speak of one day, the later year's counts.</param>
    public WorkingCalendar(IEnumerable<DayFact> facts)
    {
        var all = facts.OrderBy(f => f.DocumentYear).ToList();
        this.facts = all.GroupBy(f => f.Date).ToFrozenDictionary(day => day.Key, day => day.Last());
        years = all.Select(f => f.DocumentYear).ToFrozenSet();
    }

    /// <summary>What a notice says about a day; null for an ordinary day.</summary>
    public DayFact? FactOf(DateOnly day) => facts.GetValueOrDefault(day);

    /// <summary>Whether people work on that day.</summary>
    public bool IsWorkingDay(DateOnly day) => FactOf(day) is { } fact
        ? !fact.IsOffDay
        : day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    /// <summary>The day that many working days later. The day itself is not counted; 0 gives it back even when it is a day off.</summary>
    /// <param name="from">Day 0.</param>
    /// <param name="days">0 or more.</param>
    public DateOnly AddWorkingDays(DateOnly from, int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        var day = from;
        for (var left = days; left > 0; left -= IsWorkingDay(day) ? 1 : 0)
        {
            day = day.AddDays(1);
        }

        return day;
    }

    /// <summary>Working days after one day up to and including another; negative when the other lies before it.</summary>
    public int WorkingDaysBetween(DateOnly from, DateOnly to)
    {
        if (to < from)
        {
            return -WorkingDaysBetween(to, from);
        }

        var count = 0;
        for (var day = from; day < to;)
        {
            day = day.AddDays(1);
            count += IsWorkingDay(day) ? 1 : 0;
        }

        return count;
    }

    /// <summary>The day itself when it is worked, else the next one that is.</summary>
    public DateOnly WorkingDayFrom(DateOnly day) => IsWorkingDay(day) ? day : AddWorkingDays(day, 1);

    /// <summary>Whether some day of the span, both ends included, belongs to a year whose notice is not loaded.</summary>
    public bool IsProvisional(DateOnly first, DateOnly last) =>
        Enumerable.Range(first.Year, last.AddDays(DaysChangedBeforeNewYear).Year - first.Year + 1).Any(year => !years.Contains(year));
}

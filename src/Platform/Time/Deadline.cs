namespace UnionHall.Platform.Time;

/// <summary>When something is due.</summary>
/// <param name="At">The instant, UTC. What is done at it is still in time.</param>
/// <param name="Provisional">A year on the way has no holiday notice yet: work it out again when it is loaded.</param>
/// <param name="Unrolled">
/// The day the limit ended on by itself, when that was a day off and the end moved on; null otherwise. Show it for
/// limitation periods: whoever acts by then is safe whichever way the law is read.
/// </param>
public sealed record DueTime(DateTimeOffset At, bool Provisional, DateOnly? Unrolled)
{
    /// <summary>The day in China.</summary>
    public DateOnly Day => ChinaTime.DateOf(At);
}

/// <summary>Works out due times by the Civil Code, art. 201 to 203: the day of the start is not counted, and an end on a day off moves on.</summary>
/// <param name="calendar">Which days are worked.</param>
/// <param name="closeOfBusiness">
/// When a day's business ends in China, <see cref="UsualClose"/> if null. A limit that ends at midnight is 23:59:59.
/// </param>
public sealed class Deadline(WorkingCalendar calendar, TimeOnly? closeOfBusiness = null)
{
    /// <summary>17:30, for places that have not said otherwise.</summary>
    public static readonly TimeOnly UsualClose = new(17, 30);

    /// <summary>When a limit that starts at an instant is over.</summary>
    /// <param name="start">The instant of dispatch, receipt or whatever starts the limit.</param>
    /// <param name="limit">How long it is.</param>
    public DueTime After(DateTimeOffset start, Limit limit)
    {
        ArgumentNullException.ThrowIfNull(limit);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit.Amount, 1, nameof(limit));
        var day = ChinaTime.DateOf(start);
        return limit.Unit switch
        {
            LimitUnit.Hours => new DueTime(start.ToUniversalTime().AddHours(limit.Amount), Provisional: false, Unrolled: null),
            LimitUnit.WorkingDays => OnWorkingDay(day, calendar.AddWorkingDays(day, limit.Amount)),
            LimitUnit.CalendarDays => Rolled(day.AddDays(limit.Amount)),
            LimitUnit.Months => Rolled(day.AddMonths(limit.Amount)),
            LimitUnit.Years => Rolled(day.AddYears(limit.Amount)),
            _ => throw new ArgumentOutOfRangeException(nameof(limit), limit.Unit, "Unknown unit."),
        };
    }

    private DueTime OnWorkingDay(DateOnly start, DateOnly end) =>
        new(AtClose(end), calendar.IsProvisional(start.AddDays(1), end), Unrolled: null);

    private DueTime Rolled(DateOnly end)
    {
        var worked = calendar.WorkingDayFrom(end);
        return new DueTime(AtClose(worked), calendar.IsProvisional(end, worked), worked == end ? null : end);
    }

    private DateTimeOffset AtClose(DateOnly day) => ChinaTime.At(day, closeOfBusiness ?? UsualClose);
}

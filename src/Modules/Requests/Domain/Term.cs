using UnionHall.Platform.Time;

namespace UnionHall.Requests.Domain;

/// <summary>A limit and what was added to it since, in the same unit; its deadline is always worked out from these.</summary>
internal sealed record Term(int Amount, LimitUnit Unit, int Added)
{
    public Limit Limit => new(Math.Max(1, Amount + Added), Unit);

    public DueTime After(DateTimeOffset start, WorkingCalendar calendar) => new Deadline(calendar).After(start, Limit);

    public Term Plus(int more) => this with { Added = Added + more };

    /// <summary>Whole hours up to an instant, for a deadline that came without a limit.</summary>
    public static Term Until(DateTimeOffset start, DateTimeOffset due) => new(Math.Max(1, (int)Math.Ceiling((due - start).TotalHours)), LimitUnit.Hours, 0);

    /// <summary>
    /// What a clock that stood still gets back: hours, begun ones in full; else every day on which it stood, the first and the last
    /// included, but never day 0 of the limit, which counts for nothing anyway.
    /// </summary>
    public int Stood(DateTimeOffset start, DateTimeOffset from, DateTimeOffset to, WorkingCalendar calendar)
    {
        from = from < start ? start : from;
        if (to <= from)
        {
            return 0;
        }

        if (Unit == LimitUnit.Hours)
        {
            return (int)Math.Ceiling((to - from).TotalHours);
        }

        var (before, last) = (ChinaTime.DateOf(from).AddDays(-1), ChinaTime.DateOf(to));
        before = before < ChinaTime.DateOf(start) ? ChinaTime.DateOf(start) : before;
        return Unit == LimitUnit.WorkingDays ? calendar.WorkingDaysBetween(before, last) : last.DayNumber - before.DayNumber;
    }
}

/// <summary>Until when a hop is to be done.</summary>
/// <param name="Limit">What the deadline was worked out from; null: it follows the promise to the worker.</param>
/// <param name="Contact">Within what the worker is to be contacted; null where no rule asks for it.</param>
internal sealed record HopTerm(DateTimeOffset DueAt, bool IsProvisional, Limit? Limit, ContactTerm? Contact = null)
{
    public static HopTerm Of(DueTime due, Limit limit, ContactTerm? contact = null) => new(due.At, due.Provisional, limit, contact);

    /// <summary>A deadline without a limit of its own: hours, counted from the dispatch.</summary>
    public static HopTerm Until(DateTimeOffset at, DateTimeOffset dueAt) => new(dueAt, false, Term.Until(at, dueAt).Limit);
}

/// <summary>Until when the worker is to be contacted, and the limit that was worked out from.</summary>
internal sealed record ContactTerm(DateTimeOffset By, Limit Limit);

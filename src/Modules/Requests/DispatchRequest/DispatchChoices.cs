using UnionHall.Platform.Time;

namespace UnionHall.Requests.DispatchRequest;

/// <summary>A limit to choose from and the instant it leads to.</summary>
internal sealed record LimitChoice(int Days, string Text, DateTimeOffset DueAt, bool Provisional);

/// <summary>A unit to choose from.</summary>
/// <param name="Why">Why it is proposed; null in the tree.</param>
/// <param name="Open">How many open requests it and the units below have.</param>
internal sealed record UnitChoice(Guid Key, string Name, string? Why, int Open, int Late);

/// <summary>A day of the strip between dispatch and deadline.</summary>
internal sealed record StripDay(string Weekday, int Day, string Words, string Kind);

/// <summary>Works out the limits that fit the promise and the days on the way.</summary>
internal static class DispatchCalendar
{
    private const int LongestStrip = 14;
    private static readonly int[] Usual = [1, 2, 3, 5, 8, 10, 15];

    /// <summary>The usual limits that end before the promise, and the promise itself; all of them once the promise is over.</summary>
    public static List<LimitChoice> Limits(DateTimeOffset promise, bool isAnswered, WorkingCalendar calendar, DateTimeOffset now)
    {
        var deadline = new Deadline(calendar);
        var isFree = isAnswered || promise <= now;
        var choices = new List<LimitChoice>();
        foreach (var days in Usual)
        {
            var due = deadline.After(now, new Limit(days, LimitUnit.WorkingDays));
            if (isFree ? days <= 5 : due.At < promise)
            {
                choices.Add(new LimitChoice(days, $"{days} 个工作日", due.At, due.Provisional));
            }
        }

        if (!isFree)
        {
            choices.Add(new LimitChoice(0, "到答应职工的那天", promise, Provisional: false));
        }

        return choices;
    }

    /// <summary>What is proposed: the longest that leaves a day to look at the result.</summary>
    public static LimitChoice Proposed(List<LimitChoice> choices) => choices.FindLast(choice => choice.Days > 0) ?? choices[^1];

    public static List<StripDay> Strip(DateTimeOffset due, WorkingCalendar calendar, DateTimeOffset now)
    {
        var (today, last) = (ChinaTime.DateOf(now), ChinaTime.DateOf(due));
        var days = new List<StripDay>();
        for (var (day, count) = (today, 0); day <= last && days.Count < LongestStrip; day = day.AddDays(1))
        {
            var works = calendar.IsWorkingDay(day);
            count += works && day > today ? 1 : 0;
            days.Add(new StripDay(SpokenTime.Weekday(day), day.Day, WordsFor(day, today, last, works, count, calendar), KindOf(day, last, works, calendar)));
        }

        return days;
    }

    private static string WordsFor(DateOnly day, DateOnly today, DateOnly last, bool works, int count, WorkingCalendar calendar)
    {
        if (day == today)
        {
            return day == last ? "今天到期" : "今天派单";
        }

        var fact = calendar.FactOf(day);
        var words = works ? $"第 {count} 天" : fact is null ? "周末不算" : $"{fact.Name}不算";
        return (works && fact is { IsOffDay: false } ? "调休上班 " : "") + words + (day == last ? " 到期" : "");
    }

    private static string KindOf(DateOnly day, DateOnly last, bool works, WorkingCalendar calendar) =>
        day == last ? " uh-day--due" : !works ? " uh-day--off" : calendar.FactOf(day) is { IsOffDay: false } ? " uh-day--work" : "";
}

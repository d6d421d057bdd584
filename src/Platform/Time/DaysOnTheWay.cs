namespace UnionHall.Platform.Time;

/// <summary>Names the holidays and make-up days between now and a due day, so that no one has to wonder about the date.</summary>
public static class DaysOnTheWay
{
    /// <summary>
    /// Such as “9月20日 周日调休上班，算 1 天；9月25日至27日中秋节放假，不算。”; null when there are only ordinary days.
    /// </summary>
    /// <param name="calendar">Which days are worked.</param>
    /// <param name="from">Day 0, not looked at.</param>
    /// <param name="to">The due day, looked at.</param>
    public static string? Say(WorkingCalendar calendar, DateOnly from, DateOnly to)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        var parts = Runs(calendar, from, to).Select(run => Part(run, from)).ToList();
        return parts.Count == 0 ? null : string.Join('；', parts) + "。";
    }

    /// <summary>Facts of the span; days off of one holiday that follow each other are one run.</summary>
    private static List<List<DayFact>> Runs(WorkingCalendar calendar, DateOnly from, DateOnly to)
    {
        List<List<DayFact>> runs = [];
        for (var day = from.AddDays(1); day <= to; day = day.AddDays(1))
        {
            // A notice may say of a weekday that it is worked, as that of 2020 did; nobody wonders about it.
            if (calendar.FactOf(day) is not { } fact || (!fact.IsOffDay && day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)))
            {
                continue;
            }

            if (runs is [.., [.., { IsOffDay: true } last] run] && fact.IsOffDay && last.Date.AddDays(1) == day && last.Name == fact.Name)
            {
                run.Add(fact);
            }
            else
            {
                runs.Add([fact]);
            }
        }

        return runs;
    }

    private static string Part(List<DayFact> run, DateOnly today)
    {
        var (first, last) = (run[0], run[^1]);
        var start = SpokenTime.Date(first.Date, today);
        if (!first.IsOffDay)
        {
            return $"{start} {SpokenTime.Weekday(first.Date)}调休上班，算 1 天";
        }

        var end = first.Date.Month == last.Date.Month ? $"{last.Date.Day}日" : SpokenTime.Date(last.Date, first.Date);
        return (run.Count == 1 ? start : $"{start}至{end}") + first.Name + "放假，不算";
    }
}

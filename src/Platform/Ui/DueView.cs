using UnionHall.Platform.Time;

namespace UnionHall.Platform.Ui;

/// <summary>A deadline as pages tell it: never what is left without the date.</summary>
/// <param name="State">The ring's shape.</param>
/// <param name="Share">0 to 1, how much of the limit is spent.</param>
/// <param name="Left">还剩 4 个工作日, 已超 22 小时, 等职工回话.</param>
/// <param name="By">9月23日 周三前, 昨天 16:20 前.</param>
/// <param name="InRing">At most three characters for inside a large ring: 4天, 2时; null when there is nothing to count.</param>
public sealed record DueView(RingState State, double Share, string Left, string By, string? InRing)
{
    private const double SoonFrom = 0.8;

    /// <param name="start">When the limit began.</param>
    /// <param name="due">When it is over.</param>
    /// <param name="unit">What it was counted in.</param>
    /// <param name="now">The present instant.</param>
    /// <param name="calendar">Which days are worked.</param>
    /// <param name="waiting">True while the worker is asked something: the clock runs on, and the ring says so.</param>
    public static DueView Of(DateTimeOffset start, DateTimeOffset due, LimitUnit unit, DateTimeOffset now, WorkingCalendar calendar, bool waiting = false)
    {
        var share = due > start ? Math.Clamp((now - start) / (due - start), 0, 1) : 1;
        var state = now > due ? RingState.Late : waiting ? RingState.Wait : share >= SoonFrom ? RingState.Soon : RingState.Ok;
        var by = unit == LimitUnit.Hours || ChinaTime.DateOf(now) == ChinaTime.DateOf(due)
            ? SpokenTime.By(due, now)
            : SpokenTime.By(ChinaTime.DateOf(due), ChinaTime.DateOf(now));
        return new DueView(state, share, SpokenTime.Left(due, now, unit, calendar), by, Inside(due, unit, now, calendar));
    }

    private static string? Inside(DateTimeOffset due, LimitUnit unit, DateTimeOffset now, WorkingCalendar calendar)
    {
        if (now > due)
        {
            return null;
        }

        var (today, last) = (ChinaTime.DateOf(now), ChinaTime.DateOf(due));
        var days = unit switch
        {
            LimitUnit.Hours => 0,
            LimitUnit.WorkingDays => calendar.WorkingDaysBetween(today, last),
            _ => last.DayNumber - today.DayNumber,
        };
        return days > 0 ? $"{days}天" : $"{Math.Max(1, (int)(due - now).TotalHours)}时";
    }
}

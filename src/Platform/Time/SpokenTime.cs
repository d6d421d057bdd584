using System.Globalization;

namespace UnionHall.Platform.Time;

/// <summary>Days, instants and durations as the pages say them (interface rules, section 5). All clock times are China's.</summary>
public static class SpokenTime
{
    private static readonly string[] Weekdays = ["周日", "周一", "周二", "周三", "周四", "周五", "周六"];
    private static readonly (string Name, long Seconds)[] Units = [("天", 86_400), ("小时", 3_600), ("分", 60), ("秒", 1)];

    /// <summary>今天, 昨天, 明天 周六, 9月23日 周三 (to come), 9月16日 (past), 2025年12月31日 (another year).</summary>
    public static string Day(DateOnly day, DateOnly today) => (day.DayNumber - today.DayNumber) switch
    {
        0 => "今天",
        -1 => "昨天",
        1 => "明天 " + Weekday(day),
        > 0 => Date(day, today) + " " + Weekday(day),
        _ => Date(day, today),
    };

    /// <summary>As <see cref="Day"/> with the clock time: 今天 14:20, 9月23日 周三 17:30.</summary>
    public static string Moment(DateTimeOffset at, DateTimeOffset now) =>
        Day(ChinaTime.DateOf(at), ChinaTime.DateOf(now)) + ChinaTime.In(at).ToString(" HH:mm", CultureInfo.InvariantCulture);

    /// <summary>A promise of a day: 9月23日 周三前, 9月16日前, 今天之内.</summary>
    public static string By(DateOnly day, DateOnly today) => day == today ? "今天之内" : Day(day, today) + "前";

    /// <summary>A promise of an hour: 今天 16:00 前, 9月17日 周四 21:40 前.</summary>
    public static string By(DateTimeOffset at, DateTimeOffset now) => Moment(at, now) + " 前";

    /// <summary>周一 to 周日.</summary>
    public static string Weekday(DateOnly day) => Weekdays[(int)day.DayOfWeek];

    /// <summary>The largest one or two units: 1 小时 40 分, 2 天, 9 分 40 秒. The sign does not matter.</summary>
    public static string Duration(TimeSpan duration)
    {
        var seconds = (long)duration.Duration().TotalSeconds;
        var largest = Math.Max(0, Array.FindIndex(Units, unit => unit.Seconds <= Math.Max(1, seconds)));
        var (name, size) = Units[largest];
        var first = $"{seconds / size} {name}";
        if (largest == Units.Length - 1)
        {
            return first;
        }

        var (nextName, nextSize) = Units[largest + 1];
        var rest = seconds % size / nextSize;
        return rest == 0 ? first : $"{first} {rest} {nextName}";
    }

    /// <summary>
    /// What is left or over: 还剩 4 个工作日, 已超 2 天, 还剩 1 小时 40 分. Within the last day, and for hours, as a duration.
    /// Never show it without the date (<see cref="By(DateOnly, DateOnly)"/>).
    /// </summary>
    /// <param name="due">When it is due.</param>
    /// <param name="now">The present instant.</param>
    /// <param name="unit">What the limit was counted in: working days and calendar days are not mixed.</param>
    /// <param name="calendar">Which days are worked.</param>
    public static string Left(DateTimeOffset due, DateTimeOffset now, LimitUnit unit, WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        var (today, last) = (ChinaTime.DateOf(now), ChinaTime.DateOf(due));
        var days = unit switch
        {
            LimitUnit.Hours => 0,
            LimitUnit.WorkingDays => Math.Abs(calendar.WorkingDaysBetween(today, last)),
            _ => Math.Abs(last.DayNumber - today.DayNumber),
        };
        var amount = days == 0
            ? Duration(due - now)
            : days.ToString(CultureInfo.InvariantCulture) + (unit == LimitUnit.WorkingDays ? " 个工作日" : " 天");
        return (now <= due ? "还剩 " : "已超 ") + amount;
    }

    /// <summary>A limit as text: 2 小时, 15 天, 5 个工作日, 6 个月, 1 年.</summary>
    public static string Limit(Limit limit) => $"{limit.Amount} " + limit.Unit switch
    {
        LimitUnit.Hours => "小时",
        LimitUnit.CalendarDays => "天",
        LimitUnit.WorkingDays => "个工作日",
        LimitUnit.Months => "个月",
        _ => "年",
    };

    internal static string Date(DateOnly day, DateOnly today) =>
        day.ToString(day.Year == today.Year ? "M月d日" : "yyyy年M月d日", CultureInfo.InvariantCulture);
}

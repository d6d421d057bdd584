namespace UnionHall.Platform.Time;

/// <summary>Between instants, which are stored in UTC, and the days and clock times that people in China see.</summary>
public static class ChinaTime
{
    /// <summary>Asia/Shanghai: UTC+8 today; with summer time from 1986 to 1991.</summary>
    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    /// <summary>The same instant with China's offset, for showing.</summary>
    public static DateTimeOffset In(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone);

    /// <summary>The day in China on which an instant falls.</summary>
    public static DateOnly DateOf(DateTimeOffset instant) => DateOnly.FromDateTime(In(instant).DateTime);

    /// <summary>The day it is in China now.</summary>
    public static DateOnly Today(TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        return DateOf(clock.GetUtcNow());
    }

    /// <summary>The instant of a clock time on a day in China, in UTC as the database wants it.</summary>
    public static DateTimeOffset At(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        return new DateTimeOffset(local, Zone.GetUtcOffset(local)).ToUniversalTime();
    }

    /// <summary>The first instant of a day in China, in UTC; with that of the next day it bounds the day in a query.</summary>
    public static DateTimeOffset StartOf(DateOnly day) => At(day, TimeOnly.MinValue);
}

using System.Globalization;
using UnionHall.Platform.Time;

namespace UnionHall.Requests.Rates;

/// <summary>A month, quarter or year of the calendar, or a union year from 1 October to 30 September.</summary>
/// <param name="Key">As it stands in addresses: 2026-09, 2026-q3, 2026, u2026.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The first day after it.</param>
internal sealed record RatePeriod(string Key, string Name, DateOnly From, DateOnly To)
{
    private static readonly CultureInfo Plain = CultureInfo.InvariantCulture;

    public DateTimeOffset Start => ChinaTime.StartOf(From);

    public DateTimeOffset End => ChinaTime.StartOf(To);

    /// <summary>The same length just before.</summary>
    public RatePeriod Previous => Key[0] == 'u' ? UnionYear(To.Year - 1)
        : Key.Contains('q', StringComparison.Ordinal) ? Quarter(From.AddMonths(-3))
        : Key.Length == 4 ? Year(From.Year - 1)
        : Month(From.AddMonths(-1));

    /// <summary>The same period a year before.</summary>
    public RatePeriod LastYear => Key[0] == 'u' ? UnionYear(To.Year - 1)
        : Key.Contains('q', StringComparison.Ordinal) ? Quarter(From.AddYears(-1))
        : Key.Length == 4 ? Year(From.Year - 1)
        : Month(From.AddYears(-1));

    /// <summary>How many days of it have begun; null when it is over.</summary>
    public int? DaysBegun(DateOnly today) => today >= To ? null : Math.Max(0, today.DayNumber - From.DayNumber + 1);

    /// <summary>Its first days only, to be compared with a period that is not over.</summary>
    public RatePeriod First(int? days) => days is { } some && From.AddDays(some) < To ? this with { To = From.AddDays(some) } : this;

    public static RatePeriod Month(DateOnly day) => new(day.ToString("yyyy-MM", Plain), $"{day.Year}年{day.Month}月", new DateOnly(day.Year, day.Month, 1), new DateOnly(day.Year, day.Month, 1).AddMonths(1));

    public static RatePeriod Quarter(DateOnly day)
    {
        var number = (day.Month + 2) / 3;
        var from = new DateOnly(day.Year, (number * 3) - 2, 1);
        return new RatePeriod($"{day.Year}-q{number}", $"{day.Year}年第{"一二三四"[number - 1]}季度", from, from.AddMonths(3));
    }

    public static RatePeriod Year(int year) => new(year.ToString("0000", Plain), $"{year}年", new DateOnly(year, 1, 1), new DateOnly(year + 1, 1, 1));

    /// <summary>Named by the year in which it ends.</summary>
    public static RatePeriod UnionYear(int year) => new($"u{year}", $"{year}工会年度", new DateOnly(year - 1, 10, 1), new DateOnly(year, 10, 1));

    /// <summary>What the address says; this month for anything else.</summary>
    public static RatePeriod Parse(string? key, DateOnly today)
    {
        var text = key ?? "";
        return text.Length == 5 && text[0] == 'u' && ReadYear(text[1..]) is { } union ? UnionYear(union)
            : text.Length == 4 && ReadYear(text) is { } year ? Year(year)
            : text.Length == 7 && ReadYear(text[..4]) is { } quarterYear && text[4..6] == "-q" && text[6] is >= '1' and <= '4' ? Quarter(new DateOnly(quarterYear, ((text[6] - '0') * 3) - 2, 1))
            : text.Length == 7 && DateOnly.TryParseExact(text, "yyyy-MM", Plain, DateTimeStyles.None, out var month) && ReadYear(text[..4]) is not null ? Month(month)
            : Month(today);
    }

    /// <summary>What the page offers: this month and the five before, four quarters, two years and two union years.</summary>
    public static IReadOnlyList<RatePeriod> Choices(DateOnly today)
    {
        var union = today.Month >= 10 ? today.Year + 1 : today.Year;
        return
        [
            .. Enumerable.Range(0, 6).Select(back => Month(new DateOnly(today.Year, today.Month, 1).AddMonths(-back))),
            .. Enumerable.Range(0, 4).Select(back => Quarter(new DateOnly(today.Year, today.Month, 1).AddMonths(-3 * back))),
            Year(today.Year), Year(today.Year - 1), UnionYear(union), UnionYear(union - 1),
        ];
    }

    private static int? ReadYear(string text) => int.TryParse(text, NumberStyles.None, Plain, out var year) && year is >= 2000 and <= 2200 ? year : null;
}

using UnionHall.Platform.Time;

namespace UnionHall.Platform.Tests.Time;

public sealed class SpokenTimeTests
{
    private static readonly WorkingCalendar Calendar = new(HolidayFile.Shipped().Days);
    private static readonly DateTimeOffset Now = DateTimeOffset.Parse("2026-09-18T14:20+08:00");
    private static readonly DateOnly Today = new(2026, 9, 18);

    [Theory]
    [InlineData("2026-09-18T09:05+08:00", "今天 09:05")]
    [InlineData("2026-09-17T16:20+08:00", "昨天 16:20")]
    [InlineData("2026-09-16T16:20Z", "昨天 00:20")]
    [InlineData("2026-09-16T21:40+08:00", "9月16日 21:40")]
    [InlineData("2026-09-19T09:00+08:00", "明天 周六 09:00")]
    [InlineData("2026-09-23T17:30+08:00", "9月23日 周三 17:30")]
    [InlineData("2025-12-31T08:00+08:00", "2025年12月31日 08:00")]
    [InlineData("2027-01-04T17:30+08:00", "2027年1月4日 周一 17:30")]
    public void Moment_SaysDayAndTime(string at, string expected) =>
        SpokenTime.Moment(DateTimeOffset.Parse(at), Now).ShouldBe(expected);

    [Theory]
    [InlineData("2026-09-23", "9月23日 周三前")]
    [InlineData("2026-09-16", "9月16日前")]
    [InlineData("2026-09-18", "今天之内")]
    [InlineData("2026-09-19", "明天 周六前")]
    public void By_OfADay_SaysThePromise(string day, string expected) =>
        SpokenTime.By(DateOnly.Parse(day), Today).ShouldBe(expected);

    [Fact]
    public void By_OfAnInstant_SaysThePromise() => SpokenTime.By(Now.AddHours(2), Now).ShouldBe("今天 16:20 前");

    [Theory]
    [InlineData("00:00:00", "0 秒")]
    [InlineData("00:00:14", "14 秒")]
    [InlineData("00:09:40", "9 分 40 秒")]
    [InlineData("00:40:00", "40 分")]
    [InlineData("01:40:59", "1 小时 40 分")]
    [InlineData("-05:35:00", "5 小时 35 分")]
    [InlineData("02:00:59", "2 小时")]
    [InlineData("2.03:59:00", "2 天 3 小时")]
    [InlineData("400.00:00:00", "400 天")]
    public void Duration_SaysTheLargestOneOrTwoUnits(string duration, string expected) =>
        SpokenTime.Duration(TimeSpan.Parse(duration)).ShouldBe(expected);

    [Theory]
    [InlineData("2026-09-23T17:30+08:00", LimitUnit.WorkingDays, "还剩 4 个工作日")]
    [InlineData("2026-09-18T17:30+08:00", LimitUnit.WorkingDays, "还剩 3 小时 10 分")]
    [InlineData("2026-09-18T13:20+08:00", LimitUnit.WorkingDays, "已超 1 小时")]
    [InlineData("2026-09-16T17:30+08:00", LimitUnit.WorkingDays, "已超 2 个工作日")]
    [InlineData("2026-10-08T17:30+08:00", LimitUnit.CalendarDays, "还剩 20 天")]
    [InlineData("2026-09-19T13:20+08:00", LimitUnit.Hours, "还剩 23 小时")]
    public void Left_SaysWhatIsLeftOrOver(string due, LimitUnit unit, string expected) =>
        SpokenTime.Left(DateTimeOffset.Parse(due), Now, unit, Calendar).ShouldBe(expected);

    [Theory]
    [InlineData(5, LimitUnit.WorkingDays, "5 个工作日")]
    [InlineData(2, LimitUnit.Hours, "2 小时")]
    [InlineData(6, LimitUnit.Months, "6 个月")]
    public void Limit_SaysItsLength(int amount, LimitUnit unit, string expected) =>
        SpokenTime.Limit(new Limit(amount, unit)).ShouldBe(expected);

    [Theory]
    [InlineData("2026-09-18", "2026-09-23", "9月20日 周日调休上班，算 1 天。")]
    [InlineData("2026-09-18", "2026-09-28", "9月20日 周日调休上班，算 1 天；9月25日至27日中秋节放假，不算。")]
    [InlineData("2025-01-20", "2025-02-05", "1月26日 周日调休上班，算 1 天；1月28日至2月4日春节放假，不算。")]
    [InlineData("2025-12-30", "2026-01-01", "2026年1月1日元旦放假，不算。")]
    [InlineData("2026-09-20", "2026-09-23", null)]
    public void DaysOnTheWay_NamesHolidaysAndMakeUpDays(string from, string to, string? expected) =>
        DaysOnTheWay.Say(Calendar, DateOnly.Parse(from), DateOnly.Parse(to)).ShouldBe(expected);
}

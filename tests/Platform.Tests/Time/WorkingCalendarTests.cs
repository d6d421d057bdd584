using FsCheck;
using FsCheck.Fluent;
using UnionHall.Platform.Time;

namespace UnionHall.Platform.Tests.Time;

public sealed class WorkingCalendarTests
{
    private static readonly WorkingCalendar Calendar = new(HolidayFile.Shipped().Days);

    [Theory]
    [InlineData("2026-09-18", 5, "2026-09-24")]
    [InlineData("2026-09-30", 1, "2026-10-08")]
    [InlineData("2026-02-13", 1, "2026-02-14")]
    [InlineData("2026-02-13", 5, "2026-02-27")]
    [InlineData("2026-04-30", 1, "2026-05-06")]
    [InlineData("2026-05-08", 1, "2026-05-09")]
    [InlineData("2025-09-26", 3, "2025-09-30")]
    [InlineData("2025-01-24", 15, "2025-02-20")]
    [InlineData("2026-10-03", 0, "2026-10-03")]
    public void AddWorkingDays_SkipsDaysOffAndCountsMakeUpDays(string from, int days, string expected) =>
        Calendar.AddWorkingDays(DateOnly.Parse(from), days).ShouldBe(DateOnly.Parse(expected));

    [Theory]
    [InlineData(2024, 251)]
    [InlineData(2025, 248)]
    [InlineData(2026, 248)]
    public void WorkingDaysBetween_OverAYear_CountsItsWorkingDays(int year, int expected) =>
        Calendar.WorkingDaysBetween(new DateOnly(year - 1, 12, 31), new DateOnly(year, 12, 31)).ShouldBe(expected);

    [Fact]
    public void WorkingDaysBetween_AfterAdding_GivesTheSameNumber() => Prop.ForAll(Spans(), span =>
    {
        var end = Calendar.AddWorkingDays(span.From, span.Days);
        return Calendar.WorkingDaysBetween(span.From, end) == span.Days
            && Calendar.WorkingDaysBetween(end, span.From) == -span.Days;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void AddWorkingDays_NeverEndsOnADayOff() => Prop.ForAll(Spans(), span =>
        span.Days == 0 || Calendar.IsWorkingDay(Calendar.AddWorkingDays(span.From, span.Days))).QuickCheckThrowOnFailure();

    [Fact]
    public void AddWorkingDays_OfALaterStartOrALongerLimit_NeverEndsEarlier() => Prop.ForAll(Spans(), span =>
    {
        var end = Calendar.AddWorkingDays(span.From, span.Days);
        return Calendar.AddWorkingDays(span.From.AddDays(1), span.Days) >= end
            && Calendar.AddWorkingDays(span.From, span.Days + 1) > end;
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("2026-12-01", "2026-12-28", false)]
    [InlineData("2026-12-01", "2026-12-29", true)]
    [InlineData("2026-12-30", "2027-01-04", true)]
    [InlineData("2023-12-30", "2024-01-02", true)]
    [InlineData("2024-01-01", "2026-12-28", false)]
    public void IsProvisional_WhenAYearsNoticeIsMissing(string first, string last, bool expected) =>
        Calendar.IsProvisional(DateOnly.Parse(first), DateOnly.Parse(last)).ShouldBe(expected);

    [Fact]
    public void FactOf_WhenTwoNoticesSpeakOfADay_FollowsTheLaterOne()
    {
        var day = new DateOnly(2026, 12, 31);
        var calendar = new WorkingCalendar([new(day, "元旦", true, 2027), new(day, "国庆节", false, 2026)]);
        calendar.IsWorkingDay(day).ShouldBeFalse();
        calendar.FactOf(day)!.Name.ShouldBe("元旦");
    }

    private static Arbitrary<(DateOnly From, int Days)> Spans() =>
        (from day in Gen.Choose(0, 1_400)
         from days in Gen.Choose(0, 60)
         select (new DateOnly(2023, 6, 1).AddDays(day), days)).ToArbitrary();
}

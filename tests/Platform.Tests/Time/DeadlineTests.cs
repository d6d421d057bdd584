using FsCheck;
using FsCheck.Fluent;
using UnionHall.Platform.Time;

namespace UnionHall.Platform.Tests.Time;

public sealed class DeadlineTests
{
    private static readonly WorkingCalendar Calendar = new(HolidayFile.Shipped().Days);
    private static readonly Deadline Deadline = new(Calendar);

    [Theory]
    [InlineData("2026-09-18T14:20+08:00", 5, LimitUnit.WorkingDays, "2026-09-24T17:30+08:00")]
    [InlineData("2026-09-18T23:59+08:00", 1, LimitUnit.WorkingDays, "2026-09-20T17:30+08:00")]
    [InlineData("2026-09-18T16:30Z", 1, LimitUnit.WorkingDays, "2026-09-20T17:30+08:00")]
    [InlineData("2026-09-30T22:00+08:00", 4, LimitUnit.Hours, "2026-10-01T02:00+08:00")]
    [InlineData("2026-09-01T09:00+08:00", 15, LimitUnit.CalendarDays, "2026-09-16T17:30+08:00")]
    [InlineData("2026-09-24T09:00+08:00", 7, LimitUnit.CalendarDays, "2026-10-08T17:30+08:00")]
    [InlineData("2026-09-05T09:00+08:00", 15, LimitUnit.CalendarDays, "2026-09-20T17:30+08:00")]
    [InlineData("2026-08-31T09:00+08:00", 6, LimitUnit.Months, "2027-03-01T17:30+08:00")]
    [InlineData("2024-02-29T09:00+08:00", 1, LimitUnit.Years, "2025-02-28T17:30+08:00")]
    public void After_GivesTheInstant(string start, int amount, LimitUnit unit, string expected)
    {
        var due = Deadline.After(DateTimeOffset.Parse(start), new Limit(amount, unit));
        due.At.ShouldBe(DateTimeOffset.Parse(expected));
        due.At.Offset.ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public void After_WhenTheEndIsADayOff_TellsTheDayItMovedFrom()
    {
        var due = Deadline.After(DateTimeOffset.Parse("2026-09-24T09:00+08:00"), new Limit(7, LimitUnit.CalendarDays));
        due.Unrolled.ShouldBe(new DateOnly(2026, 10, 1));
        due.Day.ShouldBe(new DateOnly(2026, 10, 8));
    }

    [Theory]
    [InlineData(8, LimitUnit.WorkingDays, true)]
    [InlineData(20, LimitUnit.CalendarDays, true)]
    [InlineData(1, LimitUnit.CalendarDays, false)]
    [InlineData(480, LimitUnit.Hours, false)]
    public void After_WhenNextYearsNoticeIsMissing_IsProvisional(int amount, LimitUnit unit, bool expected) =>
        Deadline.After(DateTimeOffset.Parse("2026-12-20T09:00+08:00"), new Limit(amount, unit)).Provisional.ShouldBe(expected);

    [Fact]
    public void After_ByAnotherCloseOfBusiness_EndsThen() =>
        new Deadline(Calendar, new TimeOnly(23, 59, 59))
            .After(DateTimeOffset.Parse("2026-09-18T14:20+08:00"), new Limit(1, LimitUnit.WorkingDays)).At
            .ShouldBe(DateTimeOffset.Parse("2026-09-20T23:59:59+08:00"));

    [Fact]
    public void After_OfALimitOfNothing_Throws() =>
        Should.Throw<ArgumentOutOfRangeException>(() => Deadline.After(default, new Limit(0, LimitUnit.Hours)));

    [Fact]
    public void After_InDays_EndsOnAWorkingDayAtCloseAndNeverBeforeTheLimit() => Prop.ForAll(Starts(), start =>
    {
        var due = Deadline.After(start.At, new Limit(start.Days, LimitUnit.CalendarDays));
        var earliest = ChinaTime.DateOf(start.At).AddDays(start.Days);
        return Calendar.IsWorkingDay(due.Day) && due.Day >= earliest && (due.Unrolled ?? due.Day) == earliest
            && TimeOnly.FromDateTime(ChinaTime.In(due.At).DateTime) == Deadline.UsualClose;
    }).QuickCheckThrowOnFailure();

    private static Arbitrary<(DateTimeOffset At, int Days)> Starts() =>
        (from minutes in Gen.Choose(0, 1_400_000)
         from days in Gen.Choose(1, 90)
         select (new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minutes), days)).ToArbitrary();
}

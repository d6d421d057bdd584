using FsCheck;
using FsCheck.Fluent;
using UnionHall.Platform.Time;

namespace UnionHall.Platform.Tests.Time;

public sealed class ChinaTimeTests
{
    [Theory]
    [InlineData("2026-09-17T15:59:59Z", "2026-09-17")]
    [InlineData("2026-09-17T16:00:00Z", "2026-09-18")]
    public void DateOf_ChangesAtMidnightInChina(string instant, string expected) =>
        ChinaTime.DateOf(DateTimeOffset.Parse(instant)).ShouldBe(DateOnly.Parse(expected));

    [Fact]
    public void Today_IsTheDayInChina() =>
        ChinaTime.Today(new StoppedClock("2026-12-31T16:00:00Z")).ShouldBe(new DateOnly(2027, 1, 1));

    [Fact]
    public void At_GivesUtc() =>
        ChinaTime.At(new DateOnly(2026, 9, 18), new TimeOnly(17, 30)).ToString("O").ShouldBe("2026-09-18T09:30:00.0000000+00:00");

    [Fact]
    public void StartOf_IsTheFirstInstantOfTheDay() => Prop.ForAll(Gen.Choose(0, 30_000).ToArbitrary(), days =>
    {
        var day = new DateOnly(1970, 1, 1).AddDays(days);
        var start = ChinaTime.StartOf(day);
        return ChinaTime.DateOf(start) == day && ChinaTime.DateOf(start.AddTicks(-1)) == day.AddDays(-1);
    }).QuickCheckThrowOnFailure();

    private sealed class StoppedClock(string now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => DateTimeOffset.Parse(now);
    }
}

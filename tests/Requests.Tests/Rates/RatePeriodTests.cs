using UnionHall.Requests.Rates;

namespace UnionHall.Requests.Tests.Rates;

public sealed class RatePeriodTests
{
    private static readonly DateOnly Today = new(2026, 9, 18);

    [Theory]
    [InlineData("2026-09", "2026-09-01", "2026-10-01", "2026-08", "2025-09")]
    [InlineData("2026-01", "2026-01-01", "2026-02-01", "2025-12", "2025-01")]
    [InlineData("2026-q1", "2026-01-01", "2026-04-01", "2025-q4", "2025-q1")]
    [InlineData("2026", "2026-01-01", "2027-01-01", "2025", "2025")]
    [InlineData("u2026", "2025-10-01", "2026-10-01", "u2025", "u2025")]
    public void Parse_KnowsEachKind_WithTheOneBeforeAndTheOneOfAYearAgo(string key, string from, string to, string previous, string lastYear)
    {
        var period = RatePeriod.Parse(key, Today);
        (period.Key, period.From, period.To).ShouldBe((key, DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture), DateOnly.Parse(to, System.Globalization.CultureInfo.InvariantCulture)));
        (period.Previous.Key, period.LastYear.Key).ShouldBe((previous, lastYear));
        period.Previous.To.ShouldBe(period.From);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2026-13")]
    [InlineData("2026-q5")]
    [InlineData("9999")]
    [InlineData("u0001")]
    [InlineData("０２２６")]
    public void Parse_OfAnythingElse_IsThisMonth(string? key) => RatePeriod.Parse(key, Today).Key.ShouldBe("2026-09");
}

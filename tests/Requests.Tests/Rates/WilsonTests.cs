using UnionHall.Requests.Rates;

namespace UnionHall.Requests.Tests.Rates;

public sealed class WilsonTests
{
    /// <summary>R. G. Newcombe, Two-sided confidence intervals for the single proportion, Statistics in Medicine 17 (1998), table I, method 3.</summary>
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0.0000, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void Interval_MatchesPublishedVectors(int hits, int count, double low, double high)
    {
        var (from, to) = Wilson.Interval(hits, count)!.Value;
        from.ShouldBe(low, 0.00005);
        to.ShouldBe(high, 0.00005);
    }

    [Fact]
    public void Interval_MirrorsItself_AndNothingHasNone()
    {
        var (low, high) = Wilson.Interval(29, 29)!.Value;
        high.ShouldBe(1, 1e-12);
        low.ShouldBe(1 - Wilson.Interval(0, 29)!.Value.High, 1e-12);
        Wilson.Interval(0, 0).ShouldBeNull();
        Should.Throw<ArgumentOutOfRangeException>(() => Wilson.Interval(3, 2));
    }
}

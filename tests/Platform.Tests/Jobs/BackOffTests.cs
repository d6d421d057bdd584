using FsCheck;
using FsCheck.Fluent;
using UnionHall.Platform.Jobs;

namespace UnionHall.Platform.Tests.Jobs;

public sealed class BackOffTests
{
    [Theory]
    [InlineData(1, 10)]
    [InlineData(2, 40)]
    [InlineData(3, 160)]
    [InlineData(8, 21_600)]
    [InlineData(50, 21_600)]
    public void After_WithoutChance_GrowsFourfoldUpToSixHours(int attempt, int seconds) =>
        BackOff.After(attempt, 0).ShouldBe(TimeSpan.FromSeconds(seconds));

    [Fact]
    public void After_Always_StaysBetweenTenSecondsAndSixHours() => Prop.ForAll(
        Gen.Choose(1, 1000).ToArbitrary(),
        Gen.Choose(0, 1000).ToArbitrary(),
        (attempt, chance) => BackOff.After(attempt, chance / 1000.0) is var wait && wait >= BackOff.First && wait <= BackOff.Longest).QuickCheckThrowOnFailure();
}

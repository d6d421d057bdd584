namespace UnionHall.Text.Tests;

public sealed class LikenessTests
{
    [Theory]
    [InlineData("微波炉坏了", "微波炉坏了。", 100)]
    [InlineData("微波炉坏了", "微波爐！", 33)]
    [InlineData("微波炉坏了", "工资没发", 0)]
    [InlineData("ＡＢＣ 厂", "abc厂", 100)]
    [InlineData("", "", 0)]
    [InlineData("！？", "。", 0)]
    [InlineData(null, "微波炉", 0)]
    public void Of_CountsThePairsBothHold(string? one, string? other, int percent)
    {
        Likeness.Of(one, other).ShouldBe(percent);
        Likeness.Of(other, one).ShouldBe(percent);
    }

    [Fact]
    public void Of_TellsTheSameMatterInOtherWordsFromAnotherMatter()
    {
        const string First = "八月的工资到现在没发，一共二十三个人，问过主管说再等等。";
        Likeness.Of(First, "八月工资现在还没发，二十三个人，主管说再等等。").ShouldBeGreaterThan(50);
        Likeness.Of(First, "休息室的微波炉坏了两周，带的饭都是凉的。").ShouldBeLessThan(20);
    }

    [Theory]
    [InlineData("微波炉坏了", 0)]
    [InlineData("微波炉坏了，昨天又换了锁", 50)]
    [InlineData("经理打人", 100)]
    [InlineData("", 0)]
    public void NewShare_IsWhatWasNotSaidBefore(string words, int atLeast) =>
        Likeness.NewShare(words, ["休息室的微波炉坏了两周", null, "饭是凉的"]).ShouldBeInRange(atLeast, atLeast == 0 ? 0 : 100);
}

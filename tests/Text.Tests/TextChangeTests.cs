namespace UnionHall.Text.Tests;

public sealed class TextChangeTests
{
    [Theory]
    [InlineData("一\n二", "一\n二", " 一 二")]
    [InlineData("一\n二\n三", "一\n三", " 一-二 三")]
    [InlineData("一\n三", "一\n二\n三\n四", " 一+二 三+四")]
    [InlineData("一\n二", "一\n改\n加", " 一-二+改+加")]
    [InlineData("", "一", "+一")]
    [InlineData("一\n\n二", "", "-一-二")]
    [InlineData("甲\n乙\n甲", "甲\n甲\n乙", " 甲-乙 甲+乙")]
    public void Lines_TellWhatBecameOfEach(string before, string after, string told) =>
        string.Concat(TextChange.Lines(before, after).Select(line => (line.Kind switch { LineChange.Removed => "-", LineChange.Added => "+", _ => " " }) + line.Text)).ShouldBe(told);

    /// <summary>Both texts can be read out of the answer again.</summary>
    [Fact]
    public void Lines_LoseNothing()
    {
        var dice = new Random(7);
        for (var round = 0; round < 200; round++)
        {
            var (before, after) = (Throw(), Throw());
            var lines = TextChange.Lines(string.Join('\n', before), string.Join('\n', after));
            lines.Where(line => line.Kind != LineChange.Added).Select(line => line.Text).ShouldBe(before);
            lines.Where(line => line.Kind != LineChange.Removed).Select(line => line.Text).ShouldBe(after);
        }

        string[] Throw() => [.. Enumerable.Range(0, dice.Next(12)).Select(_ => dice.Next(5).ToString(System.Globalization.CultureInfo.InvariantCulture))];
    }
}

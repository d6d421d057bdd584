namespace UnionHall.Text.Tests;

public sealed class MaskingTests
{
    [Theory]
    [InlineData("张三", "张*")]
    [InlineData("张三丰", "张*")]
    [InlineData("欧阳娜娜", "欧阳*")]
    [InlineData("司空", "司*")]
    [InlineData("阿卜杜拉·买买提", "阿*")]
    [InlineData("𠮷野", "𠮷*")]
    [InlineData(" ", "*")]
    [InlineData(null, "*")]
    public void Name_ShowsTheSurnameOnly(string? name, string expected) => Masking.Name(name).ShouldBe(expected);

    [Theory]
    [InlineData("11010519491231002X", 3, "110***********002X")]
    [InlineData("11010519491231002X", 6, "110105********002X")]
    [InlineData("1234567", 3, "****")]
    [InlineData(null, 3, "****")]
    public void IdNumber_ShowsHeadAndTail(string? number, int head, string expected) =>
        Masking.IdNumber(number, head).ShouldBe(expected);

    [Theory]
    [InlineData("13812345678", "138****5678")]
    [InlineData("110", "****")]
    public void Mobile_HidesTheMiddle(string number, string expected) => Masking.Mobile(number).ShouldBe(expected);

    [Theory]
    [InlineData("6222021234567890123", "**** 0123")]
    [InlineData("0123", "****")]
    public void Card_ShowsTheLastFour(string number, string expected) => Masking.Card(number).ShouldBe(expected);
}

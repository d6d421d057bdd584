namespace UnionHall.Text.Tests;

public sealed class PlaceholdersTests
{
    [Fact]
    public void In_FindsEachOnce_InBothKindsOfBraces() =>
        Placeholders.In("{称呼}：您的 ｛编号｝，{ 编号 }，电话{填:电话}。").ShouldBe(["称呼", "编号", "填：电话"]);

    [Theory]
    [InlineData("x = {a, b}")]
    [InlineData("{\n编号}")]
    [InlineData("{}")]
    [InlineData("{一二三四五六七八九十一二三四五六七八九十一}")]
    [InlineData(null)]
    public void In_LeavesOtherBracesAlone(string? text) => Placeholders.In(text).ShouldBeEmpty();

    [Fact]
    public void Fill_LeavesWhatHasNoValue_VisiblyMarked() =>
        Placeholders.Fill("｛编号｝请到{填:地址}，{x}", name => name == "编号" ? "诉 2026-000001" : null).ShouldBe("诉 2026-000001请到{填：地址}，{x}");

    [Fact]
    public void Fill_PutsValuesInAsTheyAre() => Placeholders.Fill("{事项}", _ => "$1 {事项}").ShouldBe("$1 {事项}");
}

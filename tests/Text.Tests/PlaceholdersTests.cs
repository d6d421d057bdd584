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
    [InlineData(null)]
    public void In_LeavesOtherBracesAlone(string? text) => Placeholders.In(text).ShouldBeEmpty();

    /// <summary>What is sent with one of these is sent half written.</summary>
    [Theory]
    [InlineData("{填：到哪个部门的哪个窗口去问，带什么材料，几点到几点有人}")]
    [InlineData("{填：人社局一楼三号窗口")]
    [InlineData("｛ 填哪天｝")]
    public void In_FindsWhatIsToBeWrittenByHand_HoweverLong(string text) => Placeholders.In(text).Count.ShouldBe(1);

    [Fact]
    public void In_LeavesTheLongAlone_ThatAreNoPlaces() => Placeholders.In($"{{{new string('字', 61)}}}").ShouldBeEmpty();

    [Fact]
    public void Fill_LeavesWhatHasNoValue_VisiblyMarked() =>
        Placeholders.Fill("｛编号｝请到{填:地址}，{x}", name => name == "编号" ? "诉 2026-000001" : null).ShouldBe("诉 2026-000001请到{填：地址}，{x}");

    [Fact]
    public void Fill_PutsValuesInAsTheyAre() => Placeholders.Fill("{事项}", _ => "$1 {事项}").ShouldBe("$1 {事项}");
}

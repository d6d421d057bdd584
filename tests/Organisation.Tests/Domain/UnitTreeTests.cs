using UnionHall.Organisation.Domain;
using UnionHall.Platform.Security;

namespace UnionHall.Organisation.Tests.Domain;

public sealed class UnitTreeTests
{
    private static readonly DateOnly Opened = new(2020, 1, 1);
    private readonly UnitId city = UnitId.Next();
    private readonly UnitId north = UnitId.Next();
    private readonly UnitId street = UnitId.Next();
    private readonly UnitId south = UnitId.Next();

    [Fact]
    public void Lineage_RunsFromTheUnitToTheRoot() =>
        Tree().Lineage(street).Select(unit => unit.UnitId).ShouldBe([street, north, city]);

    [Fact]
    public void Subtree_HoldsTheUnitAndAllBelow() => Tree().Subtree(north).ShouldBe([north, street]);

    [Fact]
    public void IsWithin_IsTrueForItselfAndAncestorsOnly()
    {
        var tree = Tree();
        tree.IsWithin(street, street).ShouldBeTrue();
        tree.IsWithin(street, city).ShouldBeTrue();
        tree.IsWithin(street, south).ShouldBeFalse();
        tree.IsWithin(city, street).ShouldBeFalse();
        tree.IsWithin(UnitId.Next(), city).ShouldBeFalse();
    }

    [Fact]
    public void Children_AreOpenUnitsDirectlyBelow() => Tree().Children(city).Select(unit => unit.UnitId).ShouldBe([north, south]);

    [Theory]
    [InlineData("清溪", "03")]
    [InlineData("溪 街道", "03")]
    [InlineData("０３", "03")]
    [InlineData("区", "02,04")]
    [InlineData("没有", "")]
    [InlineData(" ", "")]
    public void Search_FindsEveryWordInNameOrCode(string text, string codes) =>
        string.Join(',', Tree().Search(text, null, 10).Select(unit => unit.Code).Order(StringComparer.Ordinal)).ShouldBe(codes);

    [Fact]
    public void Search_WithinAUnit_StaysInItsSubtree() => Tree().Search("总工会", north, 10).Select(unit => unit.Code).ShouldBe(["02", "03"], ignoreOrder: true);

    [Fact]
    public void Construct_WhenUnitsHangOnEachOther_Throws()
    {
        UnitRow[] rows = [Row(north, "1", "甲", street), Row(street, "2", "乙", north)];
        Should.Throw<InvalidOperationException>(() => new UnitTree(rows, new Nesting([])));
    }

    private UnitTree Tree() => new(
        [Row(street, "03", "清溪街道总工会", north), Row(south, "04", "南城区总工会", city), Row(north, "02", "北城区总工会", city), Row(city, "01", "青川市总工会", null)],
        new Nesting([]));

    private static UnitRow Row(UnitId id, string code, string name, UnitId? parent) => new(
        new UnitSummary(id, code, name, name, UnitKind.Federation, parent), Opened, null, null, [new NameRow(Opened, null, name, name)], [new ParentRow(Opened, null, parent)]);
}

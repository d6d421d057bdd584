using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace UnionHall.Text.Tests;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("  a\r\nb\rc\u2028d  ", "a\nb\nc\nd")]
    [InlineData("a \t\n　\n \n\n\nb", "a\n\n\nb")]
    [InlineData("第一段\n　　第二段", "第一段\n　　第二段")]
    [InlineData("\u202E工\u200B会\uFEFF\u0007\u2066", "工会")]
    [InlineData("葛\uDB40\uDD00城", "葛\uDB40\uDD00城")]
    [InlineData("👨\u200D👩\u200D👧 王\u200D五", "👨\u200D👩\u200D👧 王五")]
    [InlineData("\uD840x\uDC00", "x")]
    [InlineData(null, "")]
    public void Clean_KeepsTheWordsAndDropsWhatCannotBeSeen(string? typed, string expected) =>
        PlainText.Clean(typed).ShouldBe(expected);

    [Theory]
    [InlineData(" 张　三\r\n丰 ", "张 三 丰")]
    [InlineData("买买提·\u3164艾力", "买买提·艾力")]
    [InlineData("\t", "")]
    public void SingleLine_HasNoLineBreaks(string typed, string expected) => PlainText.SingleLine(typed).ShouldBe(expected);

    [Fact]
    public void Clean_OfAnyText_IsStoredAndCleanedAgainUnchanged() => Prop.ForAll<string>(typed =>
    {
        var clean = PlainText.Clean(typed);
        return clean == PlainText.Clean(clean) && !clean.Contains('\0')
            && !clean.Contains("\n\n\n\n", StringComparison.Ordinal);
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("𠮷野", 2, 2)]
    [InlineData("👨\u200D👩\u200D👧", 5, 1)]
    [InlineData(null, 0, 0)]
    public void Count_InCodePointsAndAsSeen(string? text, int codePoints, int seen)
    {
        PlainText.CountCodePoints(text).ShouldBe(codePoints);
        PlainText.CountSeen(text).ShouldBe(seen);
    }

    [Theory]
    [InlineData("微波炉坏了", 5, "微波炉坏了")]
    [InlineData("微波炉坏了", 4, "微波炉…")]
    [InlineData("𠮷𠮷𠮷", 2, "𠮷…")]
    [InlineData("👨\u200D👩\u200D👧家里的事", 2, "👨\u200D👩\u200D👧…")]
    [InlineData("第一行\n第二行", 9, "第一行 第二行")]
    [InlineData("微波", 1, "…")]
    public void Excerpt_NeverCutsACharacter(string text, int max, string expected) =>
        PlainText.Excerpt(text, max).ShouldBe(expected);

    [Fact]
    public void Excerpt_OfAnyText_IsNoLongerThanAsked() => Prop.ForAll<string, PositiveInt>((text, max) =>
        new StringInfo(PlainText.Excerpt(text, max.Get)).LengthInTextElements <= max.Get).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("8月工资没发。找了三次都说再等等。", "8月工资没发")]
    [InlineData("您好，驿站的微波炉坏了，中午吃不上热饭。", "驿站的微波炉坏了，中午吃不上热饭")]
    [InlineData("尊敬的工会领导：\n    您好！\n我们厂夏天没有风扇", "我们厂夏天没有风扇")]
    [InlineData("领导克扣工资。", "领导克扣工资")]
    [InlineData("急！在吗？工伤怎么报销？谢谢", "急！在吗？工伤怎么报销？")]
    [InlineData("中午休息只有 0.5 小时. 太短了", "中午休息只有 0.5 小时")]
    [InlineData("你好！", "你好！")]
    [InlineData("我在分拨中心上夜班，零点和两点各有一次休息，可是休息室的门一直锁着没人管", "我在分拨中心上夜班，零点和两点各有一次休息")]
    [InlineData("一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十", "一二三四五六七八九十一二三四五六七八九十一二三…")]
    [InlineData("", "")]
    public void FirstSentence_SaysWhatTheMatterIs(string words, string expected) =>
        PlainText.FirstSentence(words, 24).ShouldBe(expected);

    [Fact]
    public void FirstSentence_OfAnyText_IsOneLineWithinTheLimit() => Prop.ForAll<string, PositiveInt>((text, max) =>
    {
        var title = PlainText.FirstSentence(text, max.Get);
        return !title.Contains('\n') && PlainText.CountSeen(title) <= max.Get;
    }).QuickCheckThrowOnFailure();
}

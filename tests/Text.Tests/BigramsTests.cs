using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace UnionHall.Text.Tests;

public sealed class BigramsTests
{
    /// <summary>Han, a letter outside the basic plane, kana, Latin, digits, full-width, punctuation.</summary>
    private static readonly string[] Alphabet =
        ["微", "波", "炉", "坏", "𠀀", "𠮷", "〇", "々", "ラ", "か", "a", "B", "7", "０", "Ｚ", "，", "。", "-", "'", "\\", "é", "😀"];

    [Theory]
    [InlineData("微波炉", "'微波':1 '波炉':2 '炉':3")]
    [InlineData("微", "'微':1")]
    [InlineData("iPhone15手机坏了", "'iphone15':1 '手机':2 '机坏':3 '坏了':4 '了':5")]
    [InlineData("ＡＢＣ　１２３", "'abc':1 '123':2")]
    [InlineData("𠮷野家", "'𠮷野':1 '野家':2 '家':3")]
    [InlineData("ﾗｰﾒﾝ", "'ラー':1 'ーメ':2 'メン':3 'ン':4")]
    [InlineData("二〇二六年", "'二〇':1 '〇二':2 '二六':3 '六年':4 '年':5")]
    [InlineData("诉 2026-000123", "'诉':1 '2026':2 '000123':3")]
    [InlineData("it's \\ 'x' <-> | & !", "'it':1 's':2 'x':3")]
    [InlineData("微\u200B波\uFE00炉", "'微波':1 '波炉':2 '炉':3")]
    [InlineData("，。！😀", "")]
    [InlineData(null, "")]
    public void ToTsVector_OfText_WritesEachTokenWithItsPosition(string? text, string expected) =>
        Bigrams.ToTsVector(text).ShouldBe(expected);

    [Theory]
    [InlineData("微波炉", "'微波' <-> '波炉'")]
    [InlineData("微波", "'微波'")]
    [InlineData("微", "'微':*")]
    [InlineData("iPhone", "'iphone'")]
    [InlineData("5号微", "'5' <-> '号微'")]
    [InlineData("x微", "'x' <-> '微':*")]
    [InlineData("微波x", "'微波' <-> '波' <-> 'x'")]
    [InlineData("微波炉  北园", "'微波' <-> '波炉' & '北园'")]
    [InlineData("诉 2026-000123", "'诉':* & '2026' <-> '000123'")]
    [InlineData("'; drop table x; --", "'drop' & 'table' & 'x'")]
    public void ToTsQuery_OfWords_AsksForThePhrase(string words, string expected) =>
        Bigrams.ToTsQuery(words).ShouldBe(expected);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ！？ 😀 ")]
    [InlineData("\uD840")]
    public void ToTsQuery_WhenNothingCanBeSearched_IsNull(string? words) => Bigrams.ToTsQuery(words).ShouldBeNull();

    [Fact]
    public void ToTsQuery_OfAnyPieceOfAText_FindsIt()
    {
        var texts = Gen.Elements(Alphabet).ListOf().Select(parts => string.Concat(parts));
        var pieces = from text in texts
                     from start in Gen.Choose(0, text.Length)
                     from end in Gen.Choose(start, text.Length)
                     where IsWhole(text, start) && IsWhole(text, end)
                     select (text, piece: text[start..end]);
        Prop.ForAll(pieces.ToArbitrary(), p =>
        {
            var query = Bigrams.ToTsQuery(p.piece);
            return query is null || TextSearch.Finds(Bigrams.ToTsVector(p.text), query);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void ToTsQuery_OfWordsThatStandElsewhere_DoesNotFindThem()
    {
        var vector = Bigrams.ToTsVector("驿站的微波坏了，暖炉也旧");
        TextSearch.Finds(vector, Bigrams.ToTsQuery("微波炉")!).ShouldBeFalse();
        TextSearch.Finds(vector, Bigrams.ToTsQuery("坏旧")!).ShouldBeFalse();
        TextSearch.Finds(vector, Bigrams.ToTsQuery("炉")!).ShouldBeTrue();
        TextSearch.Finds(vector, Bigrams.ToTsQuery("旧")!).ShouldBeTrue();
        TextSearch.Finds(vector, Bigrams.ToTsQuery("暖炉 驿站")!).ShouldBeTrue();
    }

    [Fact]
    public void ToTsVector_OfSeveralTexts_LetsNoPhraseReachAcross()
    {
        var vector = Bigrams.ToTsVector(["微波", null, "炉坏"]);
        TextSearch.Finds(vector, "'微波' <-> '波' <-> '炉坏'").ShouldBeFalse();
        TextSearch.Finds(vector, Bigrams.ToTsQuery("炉坏")!).ShouldBeTrue();
    }

    [Fact]
    public void ToTsVector_OfAVeryLongText_StaysWithinTheLimits()
    {
        var words = string.Join(' ', Enumerable.Range(0, 40_000).Select(i => new string((char)('a' + i % 26), 100) + i));
        foreach (var text in new[] { new string('微', 100_000), words, new string('a', 1_000_000) })
        {
            var vector = Bigrams.ToTsVector(text);
            var positions = TextSearch.Positions(vector);
            positions.Max(p => p.Max()).ShouldBeLessThanOrEqualTo(16_383);
            positions.Max(p => Encoding.UTF8.GetByteCount(p.Key)).ShouldBeLessThan(2_047);
            Encoding.UTF8.GetByteCount(string.Concat(positions.Select(p => p.Key))).ShouldBeLessThan(1 << 20);
        }
    }

    private static bool IsWhole(string text, int at) => IsTextBoundary(text, at) && !IsInsideWord(text, at);

    private static bool IsTextBoundary(string text, int at) => at == 0 || at == text.Length || !char.IsLowSurrogate(text[at]);

    private static bool IsInsideWord(string text, int at) => at > 0 && at < text.Length && IsWord(text[at - 1]) && IsWord(text[at]);

    private static bool IsWord(char c) => "aB7０Ｚé".Contains(c);
}

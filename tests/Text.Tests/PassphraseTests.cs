namespace UnionHall.Text.Tests;

public sealed class PassphraseTests
{
    [Fact]
    public void WordList_Has2048DifferentWordsOfTwoHan()
    {
        Passphrase.WordList.Count.ShouldBe(2048);
        Passphrase.WordList.Distinct().Count().ShouldBe(2048);
        Passphrase.WordList.ShouldAllBe(word => word.Length == 2 && word.All(c => c >= '\u4E00' && c <= '\u9FFF'));
        Passphrase.WordList.Where(w => w[0] != w[1]).ShouldAllBe(w => !Passphrase.WordList.Contains($"{w[1]}{w[0]}"));
        Passphrase.EntropyBits.ShouldBeGreaterThan(33);
    }

    [Fact]
    public void Create_GivesTwoDifferentWordsAndFourDigits()
    {
        for (var i = 0; i < 1000; i++)
        {
            var passphrase = Passphrase.Create();
            passphrase.ShouldMatch("^[\u4E00-\u9FFF]{2} · [\u4E00-\u9FFF]{2} · [0-9]{4}$");
            passphrase[..2].ShouldNotBe(passphrase[5..7]);
            Passphrase.Normalise(passphrase).ShouldBe(passphrase);
        }
    }

    [Fact]
    public void Create_HardlyEverRepeatsItself() =>
        Enumerable.Range(0, 2000).Select(_ => Passphrase.Create()).Distinct().Count().ShouldBeGreaterThan(1998);

    [Theory]
    [InlineData("青瓦石榴4719")]
    [InlineData(" 青瓦 石榴 4719 ")]
    [InlineData("青瓦.石榴。４７１９")]
    [InlineData("青瓦·石榴·4719")]
    [InlineData("青瓦，石榴，47 19")]
    public void Normalise_OfAnyWayToTypeIt_GivesTheShownForm(string typed) =>
        Passphrase.Normalise(typed).ShouldBe("青瓦 · 石榴 · 4719");

    [Theory]
    [InlineData(null)]
    [InlineData("青瓦石榴471")]
    [InlineData("青瓦石4719")]
    [InlineData("4719青瓦石榴")]
    [InlineData("青瓦石榴47a9")]
    public void Normalise_WhenItIsNoPassphrase_IsNull(string? typed) => Passphrase.Normalise(typed).ShouldBeNull();
}

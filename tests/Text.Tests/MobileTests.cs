using FsCheck;
using FsCheck.Fluent;

namespace UnionHall.Text.Tests;

public sealed class MobileTests
{
    [Theory]
    [InlineData("13812345678")]
    [InlineData("+86 138-1234-5678")]
    [InlineData("0086 138 1234 5678")]
    [InlineData("8613812345678")]
    [InlineData("(+86)13812345678")]
    [InlineData("１３８１２３４５６７８")]
    [InlineData("138\u20111234\u20115678\u202C")]
    public void Read_OfAnyWayToWriteANumber_GivesElevenDigits(string typed)
    {
        var mobile = Mobile.Read(typed).Value!;
        mobile.Number.ShouldBe("13812345678");
        mobile.ToString().ShouldBe("138****5678");
    }

    [Theory]
    [InlineData(null, Fault.Missing, "手机号还没填。")]
    [InlineData("1381234567", Fault.Length, "手机号是 11 位，现在 10 位。")]
    [InlineData("1381234567八", Fault.Characters, "手机号只有数字，现在里面有“八”。")]
    [InlineData("12812345678", Fault.Prefix, "手机号以 13 到 19 开头，现在以 12 开头。")]
    [InlineData("01012345678", Fault.Prefix, "手机号以 13 到 19 开头，现在以 01 开头。")]
    public void Read_OfABadNumber_SaysWhatIsWrong(string? typed, Fault fault, string sentence)
    {
        var reading = Mobile.Read(typed);
        reading.Fault.ShouldBe(fault);
        reading.Sentence.ShouldBe(sentence);
    }

    [Fact]
    public void Read_OfAnyText_NeverThrowsAndGivesOnlyMobileNumbers() =>
        Prop.ForAll<string>(typed => Mobile.Read(typed).Value is null or { Number.Length: 11 }).QuickCheckThrowOnFailure();
}

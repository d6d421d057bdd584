using FsCheck;
using FsCheck.Fluent;

namespace UnionHall.Text.Tests;

public sealed class CreditCodeTests
{
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    [Fact]
    public void Read_OfTheExampleInTheStandard_TellsItsParts()
    {
        var code = CreditCode.Read("91350100m000100y43").Value!;
        code.Number.ShouldBe("91350100M000100Y43");
        code.AreaCode.ShouldBe("350100");
        code.OrganisationCode.ShouldBe("M000100Y4");
        code.OrganisationCodeFits.ShouldBeTrue();
        code.IsUnion.ShouldBeFalse();
    }

    [Theory]
    [InlineData(" ", Fault.Missing, "统一社会信用代码还没填。")]
    [InlineData("12345", Fault.Length, "统一社会信用代码是 18 位，现在 5 位。")]
    [InlineData("91350100M000100Y4Z", Fault.Characters, "统一社会信用代码里没有“Z”（字母 I O S V Z 都不用，看看是不是数字 1 0 5 2）。")]
    [InlineData("9135010AM000100Y43", Fault.Prefix, "统一社会信用代码开头不对：第 1 位是登记部门，第 3 到 8 位是六位数字的地区。")]
    [InlineData("91350100M000100Y44", Fault.Check, "统一社会信用代码的最后一位对不上，多半有一位写错了，麻烦对着执照再看一眼。")]
    public void Read_OfABadCode_SaysWhatIsWrong(string typed, Fault fault, string sentence)
    {
        var reading = CreditCode.Read(typed);
        reading.Fault.ShouldBe(fault);
        reading.Sentence.ShouldBe(sentence);
    }

    [Fact]
    public void Read_WhenAnyOneCharacterIsChanged_Refuses()
    {
        var wrong = from code in Gen.Elements("91350100M000100Y43", "91110000600037341L", "121200004013590816")
                    from at in Gen.Choose(0, 17)
                    from letter in Gen.Elements(Alphabet.ToCharArray())
                    where code[at] != letter
                    select code[..at] + letter + code[(at + 1)..];
        Prop.ForAll(wrong.ToArbitrary(), code => !CreditCode.Read(code).Succeeded).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Read_OfTheReferenceCodes_AgreesWithThem()
    {
        foreach (var row in ReferenceData.Rows("uscc_vectors.csv"))
        {
            CreditCode.Read(row[0]).Succeeded.ShouldBe(row[1].StartsWith("valid", StringComparison.Ordinal), row[0]);
        }
    }
}

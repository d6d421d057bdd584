using FsCheck;
using FsCheck.Fluent;

namespace UnionHall.Text.Tests;

public sealed class IdCardTests
{
    private static readonly DateOnly Today = new(2026, 9, 18);

    [Theory]
    [InlineData("11010519491231002X")]
    [InlineData("11010519491231002x")]
    [InlineData("440524188001010014")]
    [InlineData(" 110105 19491231 002X ")]
    [InlineData("１１０１０５１９４９１２３１００２Ｘ")]
    [InlineData("911124198108030024")]
    public void Read_OfAGoodNumber_Succeeds(string typed) => IdCard.Read(typed, Today).Succeeded.ShouldBeTrue();

    [Theory]
    [InlineData("", Fault.Missing, "身份证号还没填。")]
    [InlineData(null, Fault.Missing, "身份证号还没填。")]
    [InlineData("11010519491231002", Fault.Length, "身份证号是 18 位，现在 17 位。")]
    [InlineData("1101051949123I002X", Fault.Characters, "身份证号只有数字，最后一位可以是 X，现在里面有“I”。")]
    [InlineData("1101051949123X0021", Fault.Characters, "身份证号里，X 只会是第 18 位。")]
    [InlineData("990426199112010074", Fault.Prefix, "身份证号开头两位是省份，没有以 99 开头的。")]
    [InlineData("110105199102290021", Fault.BirthDate, "身份证号中间的 19910229 应是出生日期，日历上对不上，麻烦再看一眼。")]
    [InlineData("110105202609190021", Fault.BirthDate, "身份证号中间的 20260919 应是出生日期，日历上对不上，麻烦再看一眼。")]
    [InlineData("513101198201130010", Fault.Check, "身份证号的最后一位对不上，多半有一位写错了，麻烦对着证件再看一眼。")]
    public void Read_OfABadNumber_SaysWhatIsWrong(string? typed, Fault fault, string sentence)
    {
        var reading = IdCard.Read(typed, Today);
        reading.Fault.ShouldBe(fault);
        reading.Sentence.ShouldBe(sentence);
        reading.Value.ShouldBeNull();
    }

    [Fact]
    public void Read_OfAGoodNumber_TellsBirthDateSexAndArea()
    {
        var card = IdCard.Read("11010519491231002x", Today).Value!;
        card.Number.ShouldBe("11010519491231002X");
        card.BirthDate.ShouldBe(new DateOnly(1949, 12, 31));
        card.Sex.ShouldBe(Sex.Female);
        card.AreaCode.ShouldBe("110105");
        card.Kind.ShouldBe(IdCardKind.Resident);
        card.ToString().ShouldBe("110***********002X");
    }

    [Theory]
    [InlineData(2026, 12, 30, 76)]
    [InlineData(2026, 12, 31, 77)]
    public void AgeOn_CountsFullYears(int year, int month, int day, int age) =>
        IdCard.Read("11010519491231002X", Today).Value!.AgeOn(new DateOnly(year, month, day)).ShouldBe(age);

    [Fact]
    public void Read_OfFifteenDigits_GivesTheEighteenCharacterForm() =>
        IdCard.Read("110105491231002", Today).Value!.Number.ShouldBe("11010519491231002X");

    [Fact]
    public void Read_WhenAnyOneDigitIsChangedOrTwoNeighboursAreSwapped_Refuses()
    {
        var mistakes = from card in Cards()
                       from at in Gen.Choose(0, 16)
                       from digit in Gen.Choose(0, 9)
                       from swap in Gen.Elements(true, false)
                       let wrong = swap ? Swapped(card, at) : Changed(card, at, digit)
                       where wrong != card
                       select wrong;
        Prop.ForAll(mistakes.ToArbitrary(), wrong => !IdCard.Read(wrong, Today).Succeeded).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Read_OfTheReferenceNumbers_AgreesWithThem()
    {
        foreach (var row in ReferenceData.Rows("id_card_vectors.csv"))
        {
            // A county that did not exist in the birth year is accepted: see the remark on IdCard.
            var expected = row[1] switch
            {
                "valid" or "valid_after_uppercase" => Fault.None,
                "invalid_place" when !row[0].StartsWith("99", StringComparison.Ordinal) => Fault.None,
                "invalid_place" => Fault.Prefix,
                "invalid_format" => Fault.Characters,
                "invalid_date" => Fault.BirthDate,
                _ => Fault.Check,
            };
            IdCard.Read(row[0], Today).Fault.ShouldBe(expected, row[0]);
        }
    }

    /// <summary>Good numbers: fifteen random digits of the old form, read into the new one.</summary>
    private static Gen<string> Cards() =>
        from area in Gen.Elements("110105", "440524", "513101", "650102", "810000")
        from day in Gen.Choose(0, 36_000)
        from order in Gen.Choose(0, 999)
        let born = new DateOnly(1900, 1, 1).AddDays(day)
        select IdCard.Read($"{area}{born:yyMMdd}{order:D3}", Today).Value!.Number;

    private static string Changed(string card, int at, int digit) => card[..at] + digit + card[(at + 1)..];

    private static string Swapped(string card, int at) => card[..at] + card[at + 1] + card[at] + card[(at + 2)..];
}

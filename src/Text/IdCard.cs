using System.Globalization;

namespace UnionHall.Text;

/// <summary>Sex by the codes of GB/T 2261.1.</summary>
public enum Sex
{
    /// <summary>Not known.</summary>
    Unknown = 0,

    /// <summary>Male, 男.</summary>
    Male = 1,

    /// <summary>Female, 女.</summary>
    Female = 2,

    /// <summary>Not stated.</summary>
    Unstated = 9,
}

/// <summary>Whose card a number of the GB 11643 form stands on.</summary>
public enum IdCardKind
{
    /// <summary>居民身份证.</summary>
    Resident,

    /// <summary>港澳台居民居住证 (begins 81, 82 or 83).</summary>
    HongKongMacaoTaiwan,

    /// <summary>外国人永久居留身份证 of 2023 (begins 9, then the province).</summary>
    ForeignPermanentResident,
}

/// <summary>A citizen identity number, GB 11643-1999. Never prints itself: <see cref="ToString"/> is masked.</summary>
/// <remarks>
/// The area is the place of first registration and may have been abolished since: only its province is checked, and a
/// present address must never be derived from it.
/// </remarks>
public sealed record IdCard
{
    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    private static readonly HashSet<string> Provinces =
    [
        "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43",
        "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82", "83",
    ];

    private IdCard(string number, DateOnly birthDate)
    {
        Number = number;
        BirthDate = birthDate;
    }

    /// <summary>18 characters, X in upper case; a number of 15 digits comes out in its 18-character form.</summary>
    public string Number { get; }

    /// <summary>Birth date as printed in the number.</summary>
    public DateOnly BirthDate { get; }

    /// <summary>Male or female, from the 17th digit.</summary>
    public Sex Sex => (Number[16] - '0') % 2 == 1 ? Sex.Male : Sex.Female;

    /// <summary>The first six digits: GB/T 2260 code at the time of first registration (for foreigners 9, province, nationality).</summary>
    public string AreaCode => Number[..6];

    /// <summary>Which card carries the number.</summary>
    public IdCardKind Kind => Number[0] switch
    {
        '8' => IdCardKind.HongKongMacaoTaiwan,
        '9' => IdCardKind.ForeignPermanentResident,
        _ => IdCardKind.Resident,
    };

    /// <summary>Full years of age on a day.</summary>
    /// <param name="day">The day, China time.</param>
    public int AgeOn(DateOnly day) =>
        day.Year - BirthDate.Year - (day < BirthDate.AddYears(day.Year - BirthDate.Year) ? 1 : 0);

    /// <summary>The number masked: first three and last four characters.</summary>
    public override string ToString() => Masking.IdNumber(Number);

    /// <summary>Reads what a person typed: spaces, dashes, full-width characters and a small x are accepted.</summary>
    /// <param name="typed">18 characters, or the 15 digits used until 1999.</param>
    /// <param name="today">Today in China; no one is born later.</param>
    public static Reading<IdCard> Read(string? typed, DateOnly today)
    {
        var bare = Typed.Bare(typed);
        if (FaultOfForm(bare) is { } fault)
        {
            return fault;
        }

        var number = bare.Length == 18 ? bare : WithCheck(bare[..6] + "19" + bare[6..]);
        if (!IsKnownArea(number))
        {
            return new(Fault.Prefix, $"身份证号开头两位是省份，没有以 {number[..2]} 开头的。");
        }

        var written = number.Substring(6, 8);
        if (!DateOnly.TryParseExact(written, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var born)
            || born > today || born.Year < 1800)
        {
            return new(Fault.BirthDate, $"身份证号中间的 {written} 应是出生日期，日历上对不上，麻烦再看一眼。");
        }

        return number == WithCheck(number[..17])
            ? new(new IdCard(number, born))
            : new(Fault.Check, "身份证号的最后一位对不上，多半有一位写错了，麻烦对着证件再看一眼。");
    }

    private static Reading<IdCard>? FaultOfForm(string bare)
    {
        if (bare.Length == 0)
        {
            return new(Fault.Missing, "身份证号还没填。");
        }

        if (Typed.Stranger(bare, c => char.IsAsciiDigit(c) || c == 'X') is { } stranger)
        {
            return new(Fault.Characters, $"身份证号只有数字，最后一位可以是 X，现在里面有“{stranger}”。");
        }

        if (bare.Length is not (15 or 18))
        {
            return new(Fault.Length, $"身份证号是 18 位，现在 {bare.Length} 位。");
        }

        return bare.IndexOf('X') is var x && x >= 0 && x != 17
            ? new(Fault.Characters, "身份证号里，X 只会是第 18 位。")
            : null;
    }

    private static bool IsKnownArea(string number) =>
        Provinces.Contains(number[0] == '9' ? number.Substring(1, 2) : number[..2]);

    private static string WithCheck(string seventeen)
    {
        var sum = seventeen.Select((digit, i) => (digit - '0') * Weights[i]).Sum();
        return seventeen + "10X98765432"[sum % 11];
    }
}

namespace UnionHall.Text;

/// <summary>A unified social credit code (统一社会信用代码), GB 32100-2015, of a firm, union or other organisation.</summary>
public sealed record CreditCode
{
    /// <summary>The 31 characters of the standard in the order of their values; I, O, S, V and Z are never used.</summary>
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    /// <summary>Registrars of GB 32100 table 1: 1 机构编制, 2 外交, 3 司法, 4 文化, 5 民政, 6 旅游, 7 宗教, 8 工会, 9 市场监管, A 军委, N 农业, Y 其他.</summary>
    private const string Registrars = "123456789ANY";

    private static readonly int[] Weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
    private static readonly int[] OrganisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];

    private CreditCode(string number) => Number = number;

    /// <summary>18 characters, upper case.</summary>
    public string Number { get; }

    /// <summary>Whether a union registered it (registrar 8): the holder is a union.</summary>
    public bool IsUnion => Number[0] == '8';

    /// <summary>GB/T 2260 code of the registering authority, six digits; not always where the holder works.</summary>
    public string AreaCode => Number.Substring(2, 6);

    /// <summary>The organisation code of GB 11714 inside it, nine characters without a dash.</summary>
    public string OrganisationCode => Number.Substring(8, 9);

    /// <summary>
    /// Whether the inner organisation code has a good check character of its own. GB 32100 does not need it, and some real
    /// codes of small businesses fail it, so it warns and never refuses.
    /// </summary>
    public bool OrganisationCodeFits => OrganisationCode[8] == OrganisationCheck(OrganisationCode[..8]);

    /// <summary>The code itself: it is public.</summary>
    public override string ToString() => Number;

    /// <summary>Reads what a person typed: spaces, dashes, full-width and small letters are accepted.</summary>
    /// <param name="typed">18 characters.</param>
    public static Reading<CreditCode> Read(string? typed)
    {
        var bare = Typed.Bare(typed);
        if (bare.Length == 0)
        {
            return new(Fault.Missing, "统一社会信用代码还没填。");
        }

        if (Typed.Count(bare) != 18)
        {
            return new(Fault.Length, $"统一社会信用代码是 18 位，现在 {Typed.Count(bare)} 位。");
        }

        if (Typed.Stranger(bare, Alphabet.Contains) is { } stranger)
        {
            return new(Fault.Characters, $"统一社会信用代码里没有“{stranger}”（字母 I O S V Z 都不用，看看是不是数字 1 0 5 2）。");
        }

        if (!Registrars.Contains(bare[0]) || bare.AsSpan(2, 6).ContainsAnyExceptInRange('0', '9'))
        {
            return new(Fault.Prefix, "统一社会信用代码开头不对：第 1 位是登记部门，第 3 到 8 位是六位数字的地区。");
        }

        return bare[17] == Check(bare)
            ? new(new CreditCode(bare))
            : new(Fault.Check, "统一社会信用代码的最后一位对不上，多半有一位写错了，麻烦对着执照再看一眼。");
    }

    private static char Check(string code)
    {
        var sum = Weights.Select((weight, i) => weight * Alphabet.IndexOf(code[i])).Sum();
        return Alphabet[(31 - sum % 31) % 31];
    }

    /// <summary>GB 11714-1997: letters count 10 to 35, so the values differ from those of <see cref="Alphabet"/>.</summary>
    private static char OrganisationCheck(string eight)
    {
        var sum = OrganisationWeights.Select((weight, i) => weight * Value(eight[i])).Sum();
        return (11 - sum % 11) switch
        {
            10 => 'X',
            11 => '0',
            var digit => (char)('0' + digit),
        };
    }

    private static int Value(char c) => char.IsAsciiDigit(c) ? c - '0' : c - 'A' + 10;
}

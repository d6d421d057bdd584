using System.Text.RegularExpressions;

namespace UnionHall.Text;

/// <summary>What kind of personal data it is.</summary>
public enum PersonalKind
{
    /// <summary>A mobile number of mainland China.</summary>
    Mobile,

    /// <summary>A citizen identity number with a right check digit.</summary>
    IdCard,

    /// <summary>A bank card of 16 to 19 digits with a right check digit (Luhn).</summary>
    BankCard,

    /// <summary>A surname with a title, such as 王师傅.</summary>
    Name,
}

/// <summary>Personal data in a text.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Text">As it stands there.</param>
public sealed record PersonalDatum(PersonalKind Kind, string Text);

/// <summary>Finds in a text what belongs to a person: numbers that are proven by their form and check digit, and on request people called by name.</summary>
public static partial class PersonalData
{
    /// <summary>The hundred commonest surnames, a character each: about 85 % of all (Ministry of Public Security, name reports). Others have no mark to be told by.</summary>
    public const string CommonSurnames = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤";

    private const int ShortestCard = 16;
    private const int LongestCard = 19;

    /// <summary>A number is not written in more groups than digits of the longest.</summary>
    private const int GroupsMost = 19;

    /// <summary>With the marks between its groups and a country code.</summary>
    private const int LongestTyped = 40;

    /// <summary>Numbers of persons in the text, in order, each once. Service numbers such as 12351 and landlines are not personal.</summary>
    /// <param name="text">Any text; digits may be grouped by spaces or dashes.</param>
    /// <param name="today">Today in China, for the birth date in an identity number.</param>
    public static IReadOnlyList<PersonalDatum> NumbersIn(string? text, DateOnly today) =>
        [.. Digits().Matches(text ?? "").SelectMany(match => Within(match.Value, today)).Select(found => found.Datum).Distinct()];

    /// <summary>People called by surname and title (王师傅, 李大力同志): for texts in which nobody may be recognised.</summary>
    /// <param name="text">Any text.</param>
    public static IReadOnlyList<PersonalDatum> NamesIn(string? text) =>
        [.. Called().Matches(text ?? "").Select(match => new PersonalDatum(PersonalKind.Name, match.Value)).Distinct()];

    /// <summary>The text with every number of a person and every person called by name left to be filled in, as {填：号码} and {填：称呼}.</summary>
    /// <param name="text">Any text, such as an answer that was given to somebody else.</param>
    /// <param name="today">Today in China.</param>
    public static string Blank(string text, DateOnly today)
    {
        var blank = Called().Replace(text, "{填：称呼}");
        return Digits().Replace(blank, match =>
        {
            var run = match.Value;
            foreach (var (_, at, length) in Within(run, today).OrderByDescending(found => found.At))
            {
                run = string.Concat(run.AsSpan(0, at), "{填：号码}", run.AsSpan(at + length));
            }

            return run;
        });
    }

    /// <summary>The run as a whole, else its groups between spaces and dashes: the longest that together are something, from the left.</summary>
    private static IEnumerable<(PersonalDatum Datum, int At, int Length)> Within(string run, DateOnly today)
    {
        var groups = Group().Matches(run);
        for (var first = 0; first < groups.Count; first++)
        {
            for (var last = Math.Min(groups.Count, first + GroupsMost) - 1; last >= first; last--)
            {
                var (at, length) = (groups[first].Index, groups[last].Index + groups[last].Length - groups[first].Index);
                if (length <= LongestTyped && Read(run.Substring(at, length), today) is { } datum)
                {
                    yield return (datum, at, length);
                    first = last;
                    break;
                }
            }
        }
    }

    private static PersonalDatum? Read(string typed, DateOnly today)
    {
        var bare = typed.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToUpperInvariant();
        if (Mobile.Read(bare).Value is not null)
        {
            return new PersonalDatum(PersonalKind.Mobile, typed);
        }

        if (bare.Length == 18 && IdCard.Read(bare, today).Value is not null)
        {
            return new PersonalDatum(PersonalKind.IdCard, typed);
        }

        return bare.Length is >= ShortestCard and <= LongestCard && bare[0] is '3' or '4' or '5' or '6' or '9' && bare.All(char.IsAsciiDigit) && HasLuhn(bare)
            ? new PersonalDatum(PersonalKind.BankCard, typed)
            : null;
    }

    /// <summary>ISO/IEC 7812-1, annex B.</summary>
    private static bool HasLuhn(string digits)
    {
        var sum = 0;
        for (var at = 0; at < digits.Length; at++)
        {
            var digit = digits[^(at + 1)] - '0';
            sum += at % 2 == 0 ? digit : (digit * 2 / 10) + (digit * 2 % 10);
        }

        return sum % 10 == 0;
    }

    [GeneratedRegex(@"(?<![\dA-Za-z])\+?\d(?:[ -]?\d){9,}[Xx]?(?![\dA-Za-z])", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Digits();

    [GeneratedRegex(@"\+?\d+[Xx]?", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Group();

    [GeneratedRegex(
        $@"[{CommonSurnames}]\p{{IsCJKUnifiedIdeographs}}{{0,2}}?(师傅|同志|先生|女士|小姐|大哥|大姐|阿姨|老师)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Called();
}

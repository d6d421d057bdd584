using System.Text.RegularExpressions;

namespace UnionHall.Text;

/// <summary>Finds the sentence that says what the matter is.</summary>
internal static partial class Sentences
{
    private const string Ends = "。！？!?；;\n";
    private const string Loose = "。；;，,、：:.~～ \n";
    private const string Joints = "，,、；：";

    /// <summary>Shorter sentences (“急！”, “在吗？”) do not say what the matter is; the next one is taken along.</summary>
    private const int TooShort = 5;

    /// <summary>The first sentence after any greeting, without its full stop; at most so many text elements.</summary>
    public static string First(string clean, int max)
    {
        var sentence = Whole(WithoutGreeting(clean)).Trim(Loose.ToCharArray());
        var line = PlainText.SingleLine(sentence.Length > 0 ? sentence : clean);
        return PlainText.CountSeen(line) <= max ? line : Cut(line, max);
    }

    private static string WithoutGreeting(string text)
    {
        var rest = Greeting().Replace(text, "", 1);
        return rest.Length == 0 ? text : rest;
    }

    private static string Whole(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (EndsAt(text, at) && PlainText.CountSeen(text[..at].Trim()) >= TooShort)
            {
                return text[at] is '？' or '?' or '！' or '!' ? text[..(at + 1)] : text[..at];
            }
        }

        return text;
    }

    private static bool EndsAt(string text, int at) =>
        Ends.Contains(text[at]) || (text[at] == '.' && at + 1 < text.Length && char.IsWhiteSpace(text[at + 1]));

    /// <summary>Cuts after a clause when that keeps at least half of the room, and anywhere else with “…”.</summary>
    private static string Cut(string line, int max)
    {
        var excerpt = PlainText.Excerpt(line, max);
        var joint = excerpt.AsSpan().LastIndexOfAny(Joints);
        return joint > 0 && PlainText.CountSeen(excerpt[..joint]) * 2 >= max ? excerpt[..joint] : excerpt;
    }

    [GeneratedRegex(
        """
        ^(?:(?:(?:尊敬的|敬爱的|亲爱的)?(?:各位|[市区县]?总?工会)?的?(?:领导|主席|书记|老师|同志|工作人员|工会)们?(?:您好|你好|好)?
        |您好|你好|你们好|大家好|在吗)[\s，,。.！!：:；;~～？?]+)+
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Greeting();
}

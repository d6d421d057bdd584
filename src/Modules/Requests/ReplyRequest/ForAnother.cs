using System.Text.RegularExpressions;
using UnionHall.Text;

namespace UnionHall.Requests.ReplyRequest;

/// <summary>An answer that was given to one worker, made a start for another: nothing of the first is left in it.</summary>
internal static partial class ForAnother
{
    /// <summary>A shorter title is a word like any other, unless it stands in quotes.</summary>
    private const int TellingTitle = 4;

    public static string Of(string answer, string title, DateOnly today)
    {
        var words = answer.Replace($"“{title}”", "“{标题}”", StringComparison.Ordinal);
        words = title.Length < TellingTitle ? words : words.Replace(title, "{标题}", StringComparison.Ordinal);
        return PersonalData.Blank(Numbered().Replace(words, "{编号}"), today);
    }

    [GeneratedRegex(@"(诉\s*)?(?<!\d)20\d{2}-\d{6,9}(?!\d)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Numbered();
}

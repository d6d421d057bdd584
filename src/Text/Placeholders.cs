using System.Text.RegularExpressions;

namespace UnionHall.Text;

/// <summary>Places in a template that are to be filled, such as <c>{编号}</c>. Half- and full-width braces are the same.</summary>
/// <remarks>
/// A place is at most 60 characters on one line between braces and holds at least one ideograph, so that braces of other
/// kinds (formulas, code) are left alone; what begins with 填 is one however long and even unclosed. Names come out trimmed, with “：” for “:”.
/// </remarks>
public static partial class Placeholders
{
    /// <summary>The names of the places, each once, in the order in which they stand.</summary>
    /// <param name="text">Any text.</param>
    public static IReadOnlyList<string> In(string? text) =>
        [.. Place().Matches(text ?? "").Select(NameOf).Where(name => name.Length > 0).Distinct(StringComparer.Ordinal)];

    /// <summary>The text with every place filled that has a value; the others stay, written <c>{name}</c>.</summary>
    /// <param name="text">The template.</param>
    /// <param name="value">The value of a name, or null.</param>
    public static string Fill(string text, Func<string, string?> value) =>
        Place().Replace(text, place => NameOf(place) is { Length: > 0 } name ? value(name) ?? $"{{{name}}}" : place.Value);

    private static string NameOf(Match place) => place.Groups["name"].Value.Trim().Replace(':', '：');

    [GeneratedRegex(@"[{｛](?:(?<name>[ \t　]*填[^{}｛｝\n]*)[}｝]?|(?=[^{}｛｝\n]*\p{IsCJKUnifiedIdeographs})(?<name>[^{}｛｝\n]{1,60})[}｝])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Place();
}

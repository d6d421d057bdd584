using System.Globalization;
using System.Text;

namespace UnionHall.Text;

/// <summary>Cleans what a person typed, and shortens it for titles and lists. The words themselves are never changed.</summary>
public static class PlainText
{
    private const string Ellipsis = "…";
    private const int BlankLinesKept = 2;

    /// <summary>
    /// Text of several lines: line ends are LF, no control, bidi-override, zero-width or other invisible characters, no lone
    /// surrogates, no space at the end of lines, at most two blank lines together, trimmed.
    /// </summary>
    /// <param name="text">What was typed; null gives an empty text.</param>
    /// <remarks>Kept: the indent of a paragraph, variation selectors (rare forms of names) and the joiner inside an emoji.</remarks>
    public static string Clean(string? text)
    {
        var clean = new StringBuilder();
        var blank = 0;
        foreach (var line in Visible(text).Split('\n').Select(l => l.TrimEnd()))
        {
            blank = line.Length == 0 ? blank + 1 : 0;
            if (blank <= BlankLinesKept)
            {
                clean.Append(line).Append('\n');
            }
        }

        return clean.ToString().Trim();
    }

    /// <summary>Text of one line (names, titles): as <see cref="Clean"/>, and every run of white space is one space.</summary>
    /// <param name="text">What was typed; null gives an empty text.</param>
    public static string SingleLine(string? text) =>
        string.Join(' ', Visible(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Length in Unicode code points: what a limit such as “at most 50 characters” counts, in C# as in PostgreSQL.</summary>
    /// <param name="text">The text; null counts 0.</param>
    public static int CountCodePoints(string? text) => (text ?? "").EnumerateRunes().Count();

    /// <summary>Length in text elements: what a person sees as characters (an emoji or a letter with marks is one).</summary>
    /// <param name="text">The text; null counts 0.</param>
    public static int CountSeen(string? text) => new StringInfo(text ?? "").LengthInTextElements;

    /// <summary>The beginning of a text on one line, at most so many text elements; a cut shows as “…”, which counts as one.</summary>
    /// <param name="text">The text.</param>
    /// <param name="max">Text elements, at least 1.</param>
    public static string Excerpt(string? text, int max)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(max, 1);
        var line = SingleLine(text);
        var (at, cut) = (0, 0);
        for (var seen = 0; seen < max && at < line.Length; seen++)
        {
            cut = at;
            at += StringInfo.GetNextTextElementLength(line, at);
        }

        return at == line.Length ? line : line[..cut].TrimEnd() + Ellipsis;
    }

    /// <summary>
    /// A title from a worker's own words: the first sentence that says something, without greeting and full stop, on one line.
    /// A long one is cut after a clause, or with “…”.
    /// </summary>
    /// <param name="text">The words.</param>
    /// <param name="max">Text elements, at least 1.</param>
    public static string FirstSentence(string? text, int max)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(max, 1);
        return Sentences.First(Clean(text), max);
    }

    /// <summary>Without what cannot be seen; every kind of line end is LF.</summary>
    private static string Visible(string? text)
    {
        var visible = new StringBuilder();
        var before = default(Rune);
        foreach (var rune in (text ?? "").ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value == '\t')
            {
                visible.Append(' ');
            }
            else if (!Invisible.Contains(rune) || (Invisible.IsJoiner(rune) && Invisible.CanJoin(before)))
            {
                visible.Append(rune);
            }

            before = rune;
        }

        return visible.ToString();
    }
}

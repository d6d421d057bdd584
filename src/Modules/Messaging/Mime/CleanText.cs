using System.Text;

namespace UnionHall.Messaging.Mime;

/// <summary>Text as PostgreSQL and a page can hold it: no control characters, no torn surrogates, lines end in \n.</summary>
internal static class CleanText
{
    public static string Lines(string text)
    {
        var clean = new StringBuilder(Math.Min(text.Length, MailLimits.MarkupLength));
        for (var at = 0; at < text.Length && clean.Length < MailLimits.MarkupLength; at++)
        {
            var letter = text[at];
            if (letter == '\r')
            {
                clean.Append('\n');
                at += at + 1 < text.Length && text[at + 1] == '\n' ? 1 : 0;
            }
            else if (char.IsHighSurrogate(letter) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
            {
                clean.Append(letter).Append(text[++at]);
            }
            else if (char.IsSurrogate(letter))
            {
                clean.Append('\uFFFD');
            }
            else if (letter is '\n' or '\t' || (!char.IsControl(letter) && letter != '\uFEFF'))
            {
                clean.Append(letter == '\u00A0' ? ' ' : letter);
            }
        }

        return clean.ToString();
    }

    /// <summary>The same on one line, with runs of white space made one.</summary>
    public static string OneLine(string text) =>
        string.Join(' ', Lines(text).Split([' ', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries));
}

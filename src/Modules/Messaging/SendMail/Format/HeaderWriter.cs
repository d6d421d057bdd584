using System.Text;

namespace UnionHall.Messaging.SendMail.Format;

/// <summary>
/// Writes the head of a mail (RFC 5322): lines of at most 76 characters, folded between words; what is not plain ASCII
/// in encoded words (RFC 2047).
/// </summary>
internal sealed class HeaderWriter(StringBuilder text)
{
    private const int LongestLine = 76;
    private const int LongestWord = 60;

    // With "=?utf-8?B?" and "?=" 64 characters: fits beside the longest name of a header.
    private const int EncodedBytes = 39;

    /// <summary>Words that are written as they are; a line may end between any two.</summary>
    public void Words(string name, IEnumerable<string> words)
    {
        text.Append(name).Append(':');
        var column = name.Length + 1;
        foreach (var word in words)
        {
            if (column > name.Length + 1 && column + 1 + word.Length > LongestLine)
            {
                text.Append("\r\n");
                column = 0;
            }

            text.Append(' ').Append(word);
            column += 1 + word.Length;
        }

        text.Append("\r\n");
    }

    /// <summary>Free text, such as a subject.</summary>
    public void Text(string name, string value) => Words(name, IsPlain(value) ? value.Split(' ') : Encode(value));

    /// <summary>A name and an address.</summary>
    public void Mailbox(string name, string? person, string address) => Words(name, string.IsNullOrWhiteSpace(person) ? [$"<{address}>"] : [.. Phrase(person), $"<{address}>"]);

    private static IEnumerable<string> Phrase(string person) =>
        IsPlain(person) && person.Length <= LongestWord ? [$"\"{person.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\""] : Encode(person);

    /// <summary>Nothing that readers would take for something else, and nothing too long to fold.</summary>
    private static bool IsPlain(string value) =>
        value.All(letter => letter is >= ' ' and <= '~') && !value.Contains("=?", StringComparison.Ordinal) && Array.TrueForAll(value.Split(' '), word => word.Length is > 0 and <= LongestWord);

    /// <summary>Each piece stands for itself: none ends within a character.</summary>
    private static IEnumerable<string> Encode(string value)
    {
        var piece = new StringBuilder();
        var bytes = 0;
        foreach (var rune in value.EnumerateRunes())
        {
            if (bytes + rune.Utf8SequenceLength > EncodedBytes)
            {
                yield return Encoded(piece);
                piece.Clear();
                bytes = 0;
            }

            piece.Append(rune);
            bytes += rune.Utf8SequenceLength;
        }

        yield return Encoded(piece);
    }

    private static string Encoded(StringBuilder piece) => $"=?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(piece.ToString()))}?=";
}

using System.Text;

namespace UnionHall.Messaging.Mime;

/// <summary>
/// Undoes =?charset?B?…?= and =?charset?Q?…?= (RFC 2047). Neighbours of one charset are put together as bytes first:
/// many programs cut in the middle of a character.
/// </summary>
internal static class EncodedWords
{
    public static string Decode(string text)
    {
        if (!text.Contains("=?", StringComparison.Ordinal))
        {
            return text;
        }

        var decoded = new StringBuilder(text.Length);
        var held = new MemoryStream();
        string? charset = null;
        var at = 0;
        while (at < text.Length)
        {
            var start = text.IndexOf("=?", at, StringComparison.Ordinal);
            var word = start < 0 ? null : Word.Read(text, start);
            var between = text.AsSpan(at, (start < 0 ? text.Length : start) - at);
            if (word is not { } found)
            {
                Flush(decoded, held, ref charset);
                var upTo = start < 0 ? text.Length : start + 2;
                decoded.Append(text, at, upTo - at);
                at = upTo;
                continue;
            }

            // White space between two encoded words is not part of the text.
            var isNeighbour = charset is not null && between.Trim().IsEmpty;
            if (!isNeighbour || !Charsets.AreSame(charset!, found.Charset))
            {
                Flush(decoded, held, ref charset);
                decoded.Append(isNeighbour ? string.Empty : between.ToString());
            }

            held.Write(found.Bytes);
            charset = found.Charset;
            at = found.End;
        }

        Flush(decoded, held, ref charset);
        return decoded.ToString();
    }

    private static void Flush(StringBuilder decoded, MemoryStream held, ref string? charset)
    {
        if (charset is not null)
        {
            decoded.Append(Charsets.Decode(held.GetBuffer().AsSpan(0, (int)held.Length), charset));
            held.SetLength(0);
            charset = null;
        }
    }

    private readonly record struct Word(string Charset, byte[] Bytes, int End)
    {
        private const int LongestName = 60;

        public static Word? Read(string text, int start)
        {
            var name = text.IndexOf('?', start + 2, Math.Min(LongestName, text.Length - start - 2));
            if (name < 0 || name == start + 2 || name + 2 >= text.Length || text[name + 2] != '?' || text[name + 1] is not ('B' or 'b' or 'Q' or 'q'))
            {
                return null;
            }

            var from = name + 3;
            var end = text.IndexOf("?=", from, StringComparison.Ordinal);
            // Cut off at the end of the line: what is there still says something.
            var isCut = end < 0 && text.AsSpan(from).IndexOfAny(' ', '\t') < 0;
            if (end < 0 && !isCut)
            {
                return null;
            }

            var content = text.AsSpan(from, (isCut ? text.Length : end) - from);
            var charset = text[(start + 2)..name].Split('*')[0];
            var bytes = text[name + 1] is 'B' or 'b' ? TransferEncoding.Base64(Encoding.Latin1.GetBytes(content.ToString())) : Q(content);
            return new Word(charset, bytes, isCut ? text.Length : end + 2);
        }

        private static byte[] Q(ReadOnlySpan<char> content) =>
            TransferEncoding.QuotedPrintable(Encoding.UTF8.GetBytes(content.ToString().Replace('_', ' ')));
    }
}

using System.Globalization;
using System.Text;

namespace UnionHall.Messaging.Mime;

/// <summary>The parameters behind a value such as "text/plain; charset=gbk", with RFC 2231 continuations and charsets undone.</summary>
internal static class ParameterList
{
    private const int Most = 100;

    public static Dictionary<string, string> Read(string header)
    {
        var plain = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var pieces = new Dictionary<string, SortedDictionary<int, (string Value, bool IsCoded)>>(StringComparer.OrdinalIgnoreCase);
        var at = header.IndexOf(';', StringComparison.Ordinal);
        for (var count = 0; at >= 0 && at < header.Length && count < Most; count++)
        {
            var name = Name(header, ref at);
            if (name is null)
            {
                continue;
            }

            var value = Value(header, ref at);
            if (name.Contains('*', StringComparison.Ordinal))
            {
                Keep(pieces, name, value);
            }
            else
            {
                plain.TryAdd(name, value);
            }
        }

        foreach (var (name, parts) in pieces)
        {
            plain[name] = Join(parts.Values);
        }

        return plain;
    }

    private static string? Name(string header, ref int at)
    {
        while (at < header.Length && header[at] is ';' or ' ' or '\t')
        {
            at++;
        }

        var stop = header.AsSpan(at).IndexOfAny('=', ';');
        var isNamed = stop > 0 && header[at + stop] == '=';
        var name = isNamed ? header.Substring(at, stop).Trim() : null;
        at = stop < 0 ? header.Length : at + stop + (isNamed ? 1 : stop == 0 ? 1 : 0);
        return string.IsNullOrEmpty(name) ? null : name;
    }

    private static string Value(string header, ref int at)
    {
        while (at < header.Length && header[at] is ' ' or '\t')
        {
            at++;
        }

        return at < header.Length && header[at] == '"' ? Quoted(header, ref at) : Bare(header, ref at);
    }

    private static string Quoted(string header, ref int at)
    {
        var value = new StringBuilder();
        for (at++; at < header.Length && header[at] != '"'; at++)
        {
            // A backslash before anything else is a Windows path.
            at += header[at] == '\\' && at + 1 < header.Length && header[at + 1] is '"' or '\\' ? 1 : 0;
            value.Append(at < header.Length ? header[at] : string.Empty);
        }

        var next = header.IndexOf(';', Math.Min(at, header.Length));
        at = next < 0 ? header.Length : next;
        return value.ToString();
    }

    // Names with blanks and no quotes are common: up to the semicolon, without a comment.
    private static string Bare(string header, ref int at)
    {
        var stop = header.IndexOf(';', at);
        var value = header[at..(stop < 0 ? header.Length : stop)].Trim();
        at = stop < 0 ? header.Length : stop;
        var comment = value.IndexOf(" (", StringComparison.Ordinal);
        return comment > 0 && value.EndsWith(')') ? value[..comment].TrimEnd() : value;
    }

    private static void Keep(Dictionary<string, SortedDictionary<int, (string Value, bool IsCoded)>> pieces, string name, string value)
    {
        var isCoded = name.EndsWith('*');
        var words = name.TrimEnd('*').Split('*', 2);
        var place = words.Length > 1 && int.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        if (!pieces.TryGetValue(words[0], out var parts))
        {
            pieces[words[0]] = parts = [];
        }

        parts.TryAdd(place, (value, isCoded));
    }

    private static string Join(IEnumerable<(string Value, bool IsCoded)> parts)
    {
        string? charset = null;
        var bytes = new MemoryStream();
        var isFirst = true;
        foreach (var (value, isCoded) in parts)
        {
            var text = value;
            if (isFirst && isCoded && value.Split('\'', 3) is [var named, _, var rest])
            {
                (charset, text) = (named, rest);
            }

            bytes.Write(isCoded ? Unescape(text) : Encoding.UTF8.GetBytes(text));
            isFirst = false;
        }

        return Charsets.Decode(bytes.ToArray(), string.IsNullOrEmpty(charset) ? null : charset);
    }

    private static byte[] Unescape(string text)
    {
        var bytes = new MemoryStream(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '%' && at + 2 < text.Length && TransferEncoding.HexValue(text[at + 1]) is >= 0 and var high && TransferEncoding.HexValue(text[at + 2]) is >= 0 and var low)
            {
                bytes.WriteByte((byte)((high << 4) | low));
                at += 2;
            }
            else
            {
                bytes.Write(Encoding.UTF8.GetBytes([text[at]]));
            }
        }

        return bytes.ToArray();
    }
}

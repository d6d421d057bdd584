using System.Text;

namespace UnionHall.Messaging.Mime;

/// <summary>Reads the headers before a body, over folded lines, mbox lines and rubbish.</summary>
internal static class HeaderReader
{
    private static readonly string[] Certain = ["Content-", "From:", "To:", "Subject:", "Date:", "Message-ID:", "MIME-Version:", "Received:", "X-", "Reply-To:", "Return-Path:"];

    public static (HeaderList Headers, ReadOnlyMemory<byte> Body) Read(ReadOnlyMemory<byte> message, MailWarnings warnings, bool isPart)
    {
        var bytes = message.Span;
        var headers = new List<(string Name, StringBuilder Value)>();
        var at = isPart ? 0 : Start(bytes);
        while (at < bytes.Length)
        {
            var next = NextLine(bytes, at, out var line);
            if (line.IsEmpty)
            {
                at = next;
                break;
            }

            if (headers.Count > 0 && line[0] is (byte)' ' or (byte)'\t')
            {
                Append(headers[^1].Value, line, warnings);
            }
            else if (IsHeader(line, out var colon))
            {
                Add(headers, line, colon, warnings);
            }
            else if (!IsPostmark(line) && !IsRubbish(bytes, next, headers.Count))
            {
                warnings.Add(headers.Count == 0 ? "没有信头，全部当作正文。" : "信头和正文之间没有空行。");
                break;
            }

            at = next;
        }

        return (new HeaderList([.. headers.Select(header => (header.Name, header.Value.ToString().Trim()))]), message[Math.Min(at, bytes.Length)..]);
    }

    /// <summary>The line that starts here without its end; returns where the next one starts.</summary>
    public static int NextLine(ReadOnlySpan<byte> bytes, int at, out ReadOnlySpan<byte> line)
    {
        var length = bytes[at..].IndexOf((byte)'\n');
        line = (length < 0 ? bytes[at..] : bytes.Slice(at, length)).TrimEnd((byte)'\r');
        return length < 0 ? bytes.Length : at + length + 1;
    }

    private static int Start(ReadOnlySpan<byte> bytes)
    {
        var at = bytes.StartsWith("\uFEFF"u8) ? 3 : 0;
        var first = bytes[at..].IndexOfAnyExcept((byte)'\r', (byte)'\n');
        if (first <= 0)
        {
            return at;
        }

        NextLine(bytes, at + first, out var line);
        return IsHeader(line, out _) || IsPostmark(line) ? at + first : at;
    }

    public static bool IsHeader(ReadOnlySpan<byte> line, out int colon)
    {
        colon = line.IndexOf((byte)':');
        var name = colon is > 0 and <= 80 ? line[..colon].TrimEnd(" \t"u8) : [];
        return name.Length > 0 && !name.ContainsAnyExceptInRange((byte)33, (byte)126);
    }

    private static bool IsPostmark(ReadOnlySpan<byte> line) => line.StartsWith("From "u8) || line.StartsWith(">From "u8);

    // One odd line between headers; in front of the body it is the body's.
    private static bool IsRubbish(ReadOnlySpan<byte> bytes, int next, int before)
    {
        if (before == 0 || next >= bytes.Length)
        {
            return false;
        }

        NextLine(bytes, next, out var line);
        var start = Encoding.Latin1.GetString(line[..Math.Min(line.Length, 20)]);
        return Certain.Any(name => start.StartsWith(name, StringComparison.OrdinalIgnoreCase));
    }

    private static void Add(List<(string Name, StringBuilder Value)> headers, ReadOnlySpan<byte> line, int colon, MailWarnings warnings)
    {
        if (headers.Count >= MailLimits.Headers)
        {
            warnings.Add("信头太多，后面的没有读。");
            return;
        }

        headers.Add((Encoding.Latin1.GetString(line[..colon]).TrimEnd(), new StringBuilder()));
        Append(headers[^1].Value, line[(colon + 1)..], warnings);
    }

    private static void Append(StringBuilder value, ReadOnlySpan<byte> line, MailWarnings warnings)
    {
        var room = MailLimits.HeaderLength - value.Length;
        if (line.Length > room)
        {
            warnings.Add("有一行信头太长，后面的没有读。");
        }

        value.Append(Encoding.Latin1.GetString(line[..Math.Min(line.Length, Math.Max(room, 0))]));
    }
}

namespace UnionHall.Messaging.Mime;

/// <summary>Files written into a text by uuencode, from "begin 644 name" to "end".</summary>
internal static class UuText
{
    /// <summary>The first such file.</summary>
    public static MailAttachment? Read(ReadOnlySpan<byte> text) => Take(text, out _) is [var first, ..] ? first : null;

    /// <summary>All files, and the text without them.</summary>
    public static IReadOnlyList<MailAttachment> Take(ReadOnlySpan<byte> text, out byte[] rest)
    {
        var files = new List<MailAttachment>();
        var kept = new MemoryStream();
        while (Begin(text) is { } begin && files.Count < MailLimits.Parts)
        {
            kept.Write(text[..begin.Start]);
            var content = Body(text[begin.After..], out var after);
            if (after < 0)
            {
                kept.Write(text[begin.Start..begin.After]);
                text = text[begin.After..];
                continue;
            }

            files.Add(new MailAttachment(begin.Name, "application/octet-stream", content));
            text = text[(begin.After + after)..];
        }

        kept.Write(text);
        rest = kept.ToArray();
        return files;
    }

    private static (int Start, int After, string Name)? Begin(ReadOnlySpan<byte> text)
    {
        var from = 0;
        while (text[from..].IndexOf("begin "u8) is >= 0 and var found)
        {
            var start = from + found;
            var end = text[start..].IndexOf((byte)'\n');
            if (end < 0)
            {
                return null;
            }

            var line = text.Slice(start + 6, end - 6);
            var digits = line.IndexOf((byte)' ');
            if ((start == 0 || text[start - 1] == '\n') && digits is 3 or 4 && !line[..digits].ContainsAnyExceptInRange((byte)'0', (byte)'7') && line.Length < 300)
            {
                return (start, start + end + 1, CleanText.OneLine(Charsets.Decode(line[(digits + 1)..], null)));
            }

            from = start + 6;
        }

        return null;
    }

    /// <summary>The bytes up to "end"; after is where the text goes on, or -1 where this is no such file.</summary>
    private static byte[] Body(ReadOnlySpan<byte> text, out int after)
    {
        var content = new MemoryStream();
        var at = 0;
        while (at < text.Length)
        {
            var length = text[at..].IndexOf((byte)'\n');
            var line = (length < 0 ? text[at..] : text.Slice(at, length)).TrimEnd("\r "u8);
            at += length < 0 ? text.Length - at : length + 1;
            if (line.SequenceEqual("end"u8))
            {
                after = at;
                return content.ToArray();
            }

            if (line.Length > 0 && !Line(line, content))
            {
                break;
            }
        }

        after = -1;
        return [];
    }

    private static bool Line(ReadOnlySpan<byte> line, MemoryStream content)
    {
        var count = (line[0] - 32) & 63;
        if (line[0] is < 32 or > 96 || line.Length > 1 + ((count + 2) / 3 * 4) + 2)
        {
            return false;
        }

        for (var at = 1; count > 0; at += 4, count -= 3)
        {
            var four = (Six(line, at) << 18) | (Six(line, at + 1) << 12) | (Six(line, at + 2) << 6) | Six(line, at + 3);
            for (var place = 0; place < Math.Min(3, count); place++)
            {
                content.WriteByte((byte)(four >> (16 - (8 * place))));
            }
        }

        return true;
    }

    private static int Six(ReadOnlySpan<byte> line, int at) => at < line.Length ? (line[at] - 32) & 63 : 0;
}

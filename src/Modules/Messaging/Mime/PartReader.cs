using System.Text;

namespace UnionHall.Messaging.Mime;

/// <summary>Takes a message apart into its pieces. Each level is one walk over its bytes.</summary>
internal sealed class PartReader(MailWarnings warnings)
{
    private int parts;

    public MimePart ReadMessage(ReadOnlyMemory<byte> bytes, int depth = 0) => Read(bytes, depth, isPart: false, inDigest: false);

    private MimePart Read(ReadOnlyMemory<byte> bytes, int depth, bool isPart, bool inDigest)
    {
        parts++;
        var (headers, body) = HeaderReader.Read(bytes, warnings, isPart);
        var type = headers.ContentType(inDigest);
        if (!type.IsMultipart && !type.IsLetter)
        {
            return new MimePart(headers, type, body);
        }

        if (depth >= MailLimits.Depth)
        {
            warnings.Add("信里套信太深，里面的没有再拆开。");
            return new MimePart(headers, type with { Name = "application/octet-stream" }, body);
        }

        return type.IsMultipart ? Box(headers, type, body, depth) : Letter(headers, type, body, depth);
    }

    private MimePart Letter(HeaderList headers, ContentType type, ReadOnlyMemory<byte> body, int depth)
    {
        var content = TransferEncoding.Decode(body, headers.Value("Content-Transfer-Encoding"), warnings);
        return new MimePart(headers, type, body) { Children = [ReadMessage(content, depth + 1)] };
    }

    private MimePart Box(HeaderList headers, ContentType type, ReadOnlyMemory<byte> body, int depth)
    {
        // A box may not be encoded, but some are.
        var content = headers.Value("Content-Transfer-Encoding")?.Trim().ToLowerInvariant() is "base64" or "quoted-printable" && !HasLineOf(body.Span, type.Boundary)
            ? TransferEncoding.Decode(body, headers.Value("Content-Transfer-Encoding"), warnings)
            : body;
        var pieces = type.Boundary is { } boundary ? Split(content, boundary) : [];
        if (pieces.Count == 0 && GuessBoundary(content.Span) is { } guess)
        {
            warnings.Add(type.Boundary is null ? "没有写明分段标记，按正文里的猜。" : "写明的分段标记在正文里没有，按正文里的猜。");
            pieces = Split(content, guess);
        }

        if (pieces.Count == 0)
        {
            warnings.Add("应当分段的信没有分段，全部当作正文。");
            return new MimePart(headers, ContentType.Plain with { Parameters = type.Parameters }, body);
        }

        var inDigest = type.Name == "multipart/digest";
        return new MimePart(headers, type, content) { Children = [.. pieces.TakeWhile(_ => HasRoom()).Select(piece => Read(piece, depth + 1, isPart: true, inDigest))] };
    }

    private bool HasRoom()
    {
        if (parts >= MailLimits.Parts)
        {
            warnings.Add("分段太多，后面的没有读。");
        }

        return parts < MailLimits.Parts;
    }

    private static bool HasLineOf(ReadOnlySpan<byte> body, string? boundary) =>
        boundary is not null && body.IndexOf(Encoding.UTF8.GetBytes("--" + boundary)) >= 0;

    private List<ReadOnlyMemory<byte>> Split(ReadOnlyMemory<byte> body, string boundary)
    {
        var bytes = body.Span;
        var mark = Encoding.UTF8.GetBytes("--" + boundary);
        var pieces = new List<ReadOnlyMemory<byte>>();
        var open = -1;
        var isClosed = false;
        for (var at = 0; at < bytes.Length && !isClosed;)
        {
            // Look for the mark itself, not for lines: a large file is one leap.
            var found = bytes[at..].IndexOf(mark);
            if (found < 0)
            {
                break;
            }

            var start = at + found;
            var next = HeaderReader.NextLine(bytes, start, out var line);
            var rest = line[mark.Length..].TrimEnd(" \t"u8);
            if ((start > 0 && bytes[start - 1] != '\n') || !(rest.IsEmpty || rest.SequenceEqual("--"u8)))
            {
                at = start + mark.Length;
                continue;
            }

            Close(body, pieces, open, start);
            isClosed = !rest.IsEmpty;
            open = isClosed ? -1 : next;
            at = next;
            if (pieces.Count > MailLimits.Parts)
            {
                return pieces;
            }
        }

        if (open >= 0)
        {
            warnings.Add("信的结尾不完整。");
            Close(body, pieces, open, bytes.Length + 1);
        }

        return pieces;
    }

    // The line break before a mark belongs to the mark.
    private static void Close(ReadOnlyMemory<byte> body, List<ReadOnlyMemory<byte>> pieces, int open, int start)
    {
        if (open < 0)
        {
            return;
        }

        var end = Math.Max(open, start - 1);
        end -= end > open && end - 1 < body.Length && start <= body.Length && body.Span[end - 1] == '\r' ? 1 : 0;
        pieces.Add(body[open..Math.Min(end, body.Length)]);
    }

    /// <summary>The first line with two dashes that is followed by a header, up to a sensible distance.</summary>
    private static string? GuessBoundary(ReadOnlySpan<byte> body)
    {
        var lines = 0;
        for (var at = 0; at < body.Length && lines < 1000; lines++)
        {
            var next = HeaderReader.NextLine(body, at, out var line);
            if (line.StartsWith("--"u8) && line.Length is > 2 and < 200)
            {
                HeaderReader.NextLine(body, Math.Min(next, body.Length), out var following);
                if (HeaderReader.IsHeader(following, out _) && Encoding.Latin1.GetString(following).StartsWith("content-", StringComparison.OrdinalIgnoreCase))
                {
                    return Encoding.Latin1.GetString(line[2..].TrimEnd(" \t"u8));
                }
            }

            at = next;
        }

        return null;
    }
}

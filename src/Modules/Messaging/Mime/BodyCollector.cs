namespace UnionHall.Messaging.Mime;

/// <summary>Walks the pieces of a message and sorts them into words and files.</summary>
internal sealed class BodyCollector(MailWarnings warnings)
{
    private readonly List<MailAttachment> attachments = [];
    private int textLeft = MailLimits.MarkupLength;

    public IReadOnlyList<MailAttachment> Attachments => attachments;

    public IReadOnlyList<BodyPiece> Collect(MimePart root) => Pieces(root, isRoot: true);

    private List<BodyPiece> Pieces(MimePart part, bool isRoot = false)
    {
        if (part.Type.IsMultipart)
        {
            var children = part.Children.Select(child => Pieces(child)).ToList();
            return part.Type.Name == "multipart/alternative" ? Best(children) : [.. children.SelectMany(pieces => pieces)];
        }

        if (part.Type.IsLetter && part.Children is [var letter])
        {
            var message = MailReader.FromPart(letter, new MailWarnings());
            attachments.Add(new MailAttachment(part.Name, part.Type.Name, part.Decode(warnings), Message: message));
            return [];
        }

        return IsWords(part, isRoot) ? Words(part) : File(part);
    }

    /// <summary>The same said in several ways: the first text and the last HTML.</summary>
    private static List<BodyPiece> Best(List<List<BodyPiece>> ways)
    {
        var plain = ways.Find(way => way.Any(piece => !string.IsNullOrWhiteSpace(piece.Plain)));
        var html = ways.FindLast(way => way.Any(piece => !string.IsNullOrWhiteSpace(piece.Html)));
        return (plain, html) switch
        {
            (null, null) => [],
            (null, _) => html,
            (_, null) => plain,
            _ when ReferenceEquals(plain, html) => plain,
            _ => [new BodyPiece(string.Join("\n", plain.Select(piece => piece.Plain)), string.Concat(html.Select(piece => piece.Html ?? string.Empty)))],
        };
    }

    // A text with a file name is a file, whatever its disposition says.
    private static bool IsWords(MimePart part, bool isRoot) =>
        part.Type.Name is "text/plain" or "text/html" or "text/enriched" or "text/richtext" && part.Name is null && (isRoot || part.Disposition is not "attachment");

    private List<BodyPiece> Words(MimePart part)
    {
        var bytes = part.Decode(warnings);
        if (part.Type.Name == "text/plain")
        {
            attachments.AddRange(UuText.Take(bytes.Span, out var rest));
            bytes = rest;
        }

        var text = Text(part, bytes);
        return part.Type.Name == "text/plain" && !IsBareHtml(part, text) ? [new BodyPiece(text, null)] : [new BodyPiece(null, text)];
    }

    private string Text(MimePart part, ReadOnlyMemory<byte> bytes)
    {
        var room = Math.Min(bytes.Length, textLeft * 2);
        if (room < bytes.Length)
        {
            warnings.Add("正文太长，后面的没有读。");
        }

        var text = CleanText.Lines(Charsets.Decode(bytes.Span[..room], part.Type.Charset, warnings));
        textLeft = Math.Max(0, textLeft - text.Length);
        return part.Type.Parameters.TryGetValue("format", out var format) && format.Equals("flowed", StringComparison.OrdinalIgnoreCase)
            ? FlowedText.Join(text, part.Type.Parameters.GetValueOrDefault("delsp")?.Equals("yes", StringComparison.OrdinalIgnoreCase) == true)
            : text;
    }

    // Saved pages and sloppy programs give HTML without saying so.
    private static bool IsBareHtml(MimePart part, string text)
    {
        if (part.Headers.Has("Content-Type"))
        {
            return false;
        }

        var start = text.AsSpan().TrimStart();
        return start.StartsWith("<html", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase)
            || (part.Headers.Count == 0 && (start.StartsWith("<div", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<body", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<p>", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<table", StringComparison.OrdinalIgnoreCase)));
    }

    private List<BodyPiece> File(MimePart part)
    {
        var content = part.Decode(warnings);
        var name = part.Name ?? (part.Type.Name is "application/ms-tnef" or "application/vnd.ms-tnef" ? "winmail.dat" : null);
        attachments.Add(new MailAttachment(name, part.Type.Name, content, part.Headers.Value("Content-ID")?.Trim(' ', '<', '>')));
        return [];
    }
}

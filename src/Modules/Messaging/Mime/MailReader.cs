using UnionHall.Messaging.Quotes;

namespace UnionHall.Messaging.Mime;

/// <summary>Bytes to a letter. Never throws and never refuses: what cannot be read is missing, and a warning says so.</summary>
internal static class MailReader
{
    public static MailMessage Read(ReadOnlyMemory<byte> bytes)
    {
        var warnings = new MailWarnings();
        return FromPart(new PartReader(warnings).ReadMessage(WithLineFeeds(bytes)), warnings);
    }

    public static MailMessage FromPart(MimePart root, MailWarnings warnings)
    {
        var headers = root.Headers;
        var from = From(headers, warnings);
        var subject = headers.Text("Subject") ?? string.Empty;
        var collector = new BodyCollector(warnings);
        var pieces = collector.Collect(root).Where(piece => piece.HasWords).ToList();
        var inReplyTo = MessageIds.Read(headers.Values("In-Reply-To"));
        var references = MessageIds.Read(headers.Values("References"));
        var lines = Within(Lines(pieces, collector.Attachments, root), warnings);
        var body = root.Type.Name == "multipart/report"
            ? new FoldedText(string.Join('\n', lines.Select(line => line.Text)).Trim(), null)
            : QuoteFolder.Fold(lines, from, inReplyTo.Count > 0 || references.Count > 0);
        var (kind, bounce) = KindFinder.Find(root, subject, body, collector.Attachments);
        return new MailMessage
        {
            Headers = headers,
            MessageId = MessageIds.Read(headers.Values("Message-ID")) is [var id, ..] ? id : null,
            InReplyTo = inReplyTo.Count > 0 ? inReplyTo[0] : null,
            References = references,
            Date = Date(headers, warnings),
            From = from,
            ReplyTo = Addresses(headers, "Reply-To"),
            To = Addresses(headers, "To", warnings),
            Cc = Addresses(headers, "Cc", warnings),
            Subject = subject,
            Text = body.Own,
            Quoted = body.Quoted,
            Html = pieces.Any(piece => piece.Html is not null) ? string.Join("\n", pieces.Select(piece => piece.Safe())) : null,
            Attachments = collector.Attachments,
            Kind = kind,
            Bounce = bounce,
            Warnings = warnings.Sentences,
        };
    }

    // Old Macs end lines with a carriage return alone.
    private static ReadOnlyMemory<byte> WithLineFeeds(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Span.Contains((byte)'\n') || !bytes.Span.Contains((byte)'\r'))
        {
            return bytes;
        }

        var changed = bytes.ToArray();
        changed.AsSpan().Replace((byte)'\r', (byte)'\n');
        return changed;
    }

    /// <summary>The words of the letter; failing these the report, the letter or the invitation it carries.</summary>
    private static IEnumerable<BodyLine> Lines(List<BodyPiece> pieces, IReadOnlyList<MailAttachment> attachments, MimePart root)
    {
        if (pieces.Count > 0)
        {
            return pieces.SelectMany(piece => piece.Lines());
        }

        var isReport = root.Type.Name == "multipart/report";
        var carried = attachments.FirstOrDefault(attachment => isReport ? attachment.Type == "message/delivery-status" : attachment.Message is not null || attachment.Type == "text/calendar");
        return BodyLine.Split(carried switch
        {
            null => string.Empty,
            { Message: { } message } => message.Text,
            { Type: "text/calendar" } => CalendarText.Read(carried.Content, null),
            _ => CleanText.Lines(Charsets.Decode(carried.Content.Span, null)),
        });
    }

    private static List<BodyLine> Within(IEnumerable<BodyLine> lines, MailWarnings warnings)
    {
        var kept = new List<BodyLine>();
        var room = MailLimits.TextLength;
        foreach (var line in lines)
        {
            room -= line.Text.Length + 1;
            if (room < 0)
            {
                warnings.Add("正文太长，后面的没有读。");
                break;
            }

            kept.Add(line);
        }

        return kept;
    }

    private static MailAddress? From(HeaderList headers, MailWarnings warnings)
    {
        var found = headers.Values("From").SelectMany(AddressList.Read).ToList();
        if (found.Count > 1)
        {
            warnings.Add("写了不止一个发件人，取第一个。");
        }

        var from = found.FirstOrDefault() ?? AddressList.Read(headers.Value("Sender")).FirstOrDefault();
        if (from is null)
        {
            warnings.Add("没有发件人。");
        }
        else if (!from.CanReceive)
        {
            warnings.Add("发件人的地址不能回信。");
        }

        return from;
    }

    private static IReadOnlyList<MailAddress> Addresses(HeaderList headers, string name, MailWarnings? warnings = null)
    {
        var found = headers.Values(name).SelectMany(AddressList.Read).Take(MailLimits.Addresses).ToList();
        if (found.Exists(address => !address.CanReceive))
        {
            warnings?.Add("收件人里有不能用的地址。");
        }

        return found;
    }

    private static DateTimeOffset? Date(HeaderList headers, MailWarnings warnings)
    {
        var written = headers.Value("Date");
        var date = written is null ? null : MailDate.Read(written);
        if (date is null)
        {
            warnings.Add(string.IsNullOrWhiteSpace(written) ? "没有日期。" : "看不懂日期。");
        }

        return date;
    }
}

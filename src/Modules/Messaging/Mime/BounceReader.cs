using UnionHall.Messaging.Quotes;

namespace UnionHall.Messaging.Mime;

/// <summary>Reads bounces: the form of RFC 3464, and the free texts of servers that do not know it.</summary>
internal static class BounceReader
{
    private const int Most = 200;

    private static readonly string[] Senders = ["mailer-daemon", "postmaster", "mail delivery", "mailerdaemon", "mail administrator"];

    private static readonly string[] Subjects =
        ["undeliver", "returned mail", "failure notice", "delivery status notification (failure)", "delivery failure", "mail delivery failed", "delivery has failed", "delivery failed", "delivery notification", "email delivery error", "mail system error", "could not send message", "message not delivered", "退信", "系统退信", "投递失败", "无法投递", "邮件未送达", "未能送达", "发送失败", "無法傳遞", "傳遞失敗"];

    public static BounceNotice? Read(MimePart root, string subject, FoldedText body, IReadOnlyList<MailAttachment> attachments)
    {
        var statuses = attachments.Where(attachment => attachment.Type is "message/delivery-status" or "message/global-delivery-status").ToList();
        var fields = statuses.SelectMany(status => Fields(Charsets.Decode(status.Content.Span, null))).ToList();
        var actions = fields.Where(field => field.Name == "action").Select(field => field.Value.ToLowerInvariant()).ToList();
        if (actions.Count > 0 && actions.TrueForAll(action => action is not ("failed" or "delayed")))
        {
            return null;
        }

        var isReport = statuses.Count > 0 || IsDeliveryReport(root);
        if (!isReport && !IsFreeBounce(root.Headers, subject))
        {
            return null;
        }

        var whole = $"{body.Own}\n{body.Quoted}";
        var addresses = fields.Where(field => field.Name == "final-recipient").Select(field => Recipient(field.Value))
            .Concat(fields.Where(field => field.Name == "original-recipient").Select(field => Recipient(field.Value)));
        var known = addresses.Where(address => address.Contains('@', StringComparison.Ordinal)).Distinct(StringComparer.OrdinalIgnoreCase).Take(Most).ToList();
        var status = fields.Where(field => field.Name == "status").Select(field => StatusIn(field.Value)).OfType<string>().FirstOrDefault() ?? StatusIn(whole);
        var original = OriginalId(attachments, whole);
        var isDelay = actions.Count > 0 ? actions.TrueForAll(action => action == "delayed") : status is ['4', ..];
        return new BounceNotice(known.Count > 0 ? known : [.. AddressesIn(whole, root.Headers).Where(address => address != original)], status, original, isDelay);
    }

    private static bool IsDeliveryReport(MimePart root) =>
        root.Type.Name == "multipart/report" && root.Type.Parameters.GetValueOrDefault("report-type")?.Equals("delivery-status", StringComparison.OrdinalIgnoreCase) == true;

    private static bool IsFreeBounce(HeaderList headers, string subject)
    {
        var from = headers.Text("From")?.ToLowerInvariant() ?? string.Empty;
        var fromServer = Array.Exists(Senders, word => from.Contains(word, StringComparison.Ordinal)) || headers.Text("Return-Path") == "<>" || headers.Has("X-Failed-Recipients");
        return headers.Has("X-Failed-Recipients") || (fromServer && Subjects.Any(word => subject.Contains(word, StringComparison.OrdinalIgnoreCase)));
    }

    private static IEnumerable<(string Name, string Value)> Fields(string text)
    {
        foreach (var line in CleanText.Lines(text).Split('\n').Take(2000))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon is > 0 and < 40)
            {
                yield return (line[..colon].Trim().ToLowerInvariant(), line[(colon + 1)..].Trim());
            }
        }
    }

    // "rfc822;somebody@example.com"
    private static string Recipient(string value) => value[(value.IndexOf(';', StringComparison.Ordinal) + 1)..].Trim(' ', '<', '>');

    /// <summary>The first d.d.d whose first digit is 4 or 5.</summary>
    private static string? StatusIn(string text)
    {
        for (var at = 0; at + 4 < text.Length; at++)
        {
            if (text[at] is '4' or '5' && text[at + 1] == '.' && char.IsAsciiDigit(text[at + 2]) && (at == 0 || text[at - 1] is not ('.' or (>= '0' and <= '9'))))
            {
                var end = at + 2;
                while (end < text.Length && end - at < 9 && (char.IsAsciiDigit(text[end]) || text[end] == '.'))
                {
                    end++;
                }

                var code = text[at..end].TrimEnd('.');
                if (code.Count('.') == 2 && (end == text.Length || !char.IsAsciiLetterOrDigit(text[end])))
                {
                    return code;
                }
            }
        }

        return null;
    }

    private static List<string> AddressesIn(string text, HeaderList headers)
    {
        var own = headers.Values("To").Concat(headers.Values("From")).SelectMany(AddressList.Read).Select(address => address.Address).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var said = headers.Values("X-Failed-Recipients").Append(text).SelectMany(part => part.Split([' ', '\n', '\t', ',', ';', '<', '>', '(', ')', '"', '：', '，', '。', '、', '[', ']'], StringSplitOptions.RemoveEmptyEntries));
        return [.. said.Select(word => new MailAddress(null, word.TrimEnd('.', ':', '。')))
            .Where(address => address.CanReceive && address.Address.LastIndexOf('.') > address.Address.IndexOf('@', StringComparison.Ordinal) && !own.Contains(address.Address) && !Array.Exists(Senders, word => address.Address.StartsWith(word, StringComparison.OrdinalIgnoreCase)))
            .Select(address => address.Address).Distinct(StringComparer.OrdinalIgnoreCase).Take(Most)];
    }

    private static string? OriginalId(IReadOnlyList<MailAttachment> attachments, string text)
    {
        var returned = attachments.Select(attachment => attachment.Message?.MessageId).FirstOrDefault(id => id is not null);
        if (returned is not null)
        {
            return returned;
        }

        var headers = attachments.FirstOrDefault(attachment => attachment.Type is "text/rfc822-headers" or "message/rfc822-headers");
        var said = headers is null ? Fields(text) : [.. HeaderReader.Read(headers.Content, new MailWarnings(), isPart: false).Headers.Values("Message-ID").Select(value => ("message-id", value))];
        return MessageIds.Read(said.Where(field => field.Item1 == "message-id").Select(field => field.Item2)) is [var id, ..] ? id : null;
    }
}

using System.Globalization;
using UnionHall.Messaging.Mime;

namespace UnionHall.Messaging.ParseMail;

/// <summary>One line of "mail parse", field by field.</summary>
internal sealed record ParsedMail(
    string File,
    string? MessageId,
    string? InReplyTo,
    IReadOnlyList<string> References,
    string? Date,
    string? From,
    IReadOnlyList<string> To,
    IReadOnlyList<string> Cc,
    string Subject,
    string Text,
    string? Quoted,
    string? Html,
    IReadOnlyList<ParsedAttachment> Attachments,
    string Kind,
    IReadOnlyList<string> Warnings)
{
    public static ParsedMail Of(string file, MailMessage mail) => new(
        file,
        mail.MessageId,
        mail.InReplyTo,
        mail.References,
        mail.Date?.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture),
        mail.From?.ToString(),
        [.. mail.To.Select(address => address.ToString())],
        [.. mail.Cc.Select(address => address.ToString())],
        mail.Subject,
        mail.Text,
        mail.Quoted,
        mail.Html,
        [.. mail.Attachments.Select(attachment => new ParsedAttachment(attachment.Name, attachment.Type, attachment.Size, attachment.Sha256))],
        Word(mail.Kind),
        mail.Warnings);

    private static string Word(MailKind kind) => kind switch
    {
        MailKind.AutoReply => "auto-reply",
        MailKind.Bounce => "bounce",
        MailKind.List => "list",
        MailKind.Report => "report",
        _ => "letter",
    };
}

/// <summary>A file that came with it.</summary>
internal sealed record ParsedAttachment(string? Name, string Type, int Size, string Sha256);

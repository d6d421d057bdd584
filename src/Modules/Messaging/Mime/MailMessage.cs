namespace UnionHall.Messaging.Mime;

/// <summary>A letter as read: whatever could be made out of the bytes, and what was wrong with them.</summary>
internal sealed record MailMessage
{
    public required HeaderList Headers { get; init; }

    public string? MessageId { get; init; }

    public string? InReplyTo { get; init; }

    public IReadOnlyList<string> References { get; init; } = [];

    public DateTimeOffset? Date { get; init; }

    public MailAddress? From { get; init; }

    public IReadOnlyList<MailAddress> ReplyTo { get; init; } = [];

    public IReadOnlyList<MailAddress> To { get; init; } = [];

    public IReadOnlyList<MailAddress> Cc { get; init; } = [];

    public string Subject { get; init; } = string.Empty;

    /// <summary>The sender's own words.</summary>
    public string Text { get; init; } = string.Empty;

    /// <summary>History and signature, folded away; null when there is none.</summary>
    public string? Quoted { get; init; }

    /// <summary>The whole letter as harmless HTML, or null when it came without.</summary>
    public string? Html { get; init; }

    public IReadOnlyList<MailAttachment> Attachments { get; init; } = [];

    public MailKind Kind { get; init; }

    public BounceNotice? Bounce { get; init; }

    public IReadOnlyList<string> Warnings { get; init; } = [];
}

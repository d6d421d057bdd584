namespace UnionHall.Messaging;

/// <summary>A mail to one person. No field but the texts holds a line end.</summary>
public sealed record OutgoingMail
{
    /// <summary>The address it comes from and bounces come back to.</summary>
    public required string From { get; init; }

    public string? FromName { get; init; }

    public required string To { get; init; }

    public required string Subject { get; init; }

    /// <summary>The words, as lines.</summary>
    public required string Text { get; init; }

    /// <summary>The same as HTML, harmless already.</summary>
    public string? Html { get; init; }

    /// <summary>The Message-ID of what it answers, with or without angle brackets.</summary>
    public string? InReplyTo { get; init; }

    /// <summary>The thread it belongs to, oldest first.</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    /// <summary>Nobody wrote it by hand: other machines are told not to answer it (RFC 3834).</summary>
    public bool IsAutomatic { get; init; }

    /// <summary>An https address whose POST ends further mail of this kind (RFC 8058).</summary>
    public Uri? Unsubscribe { get; init; }

    /// <summary>What is sent under one key is sent once, e.g. answer-7f3a….</summary>
    public required string Key { get; init; }
}

namespace UnionHall.Messaging.ReceiveMail.Domain;

/// <summary>By what a mail is known as part of a correspondence: a token we gave, or a Message-ID of ours.</summary>
internal sealed class MailThreadMark
{
    public byte[] Print { get; init; } = [];

    public MailThreadId ThreadId { get; init; }

    /// <summary>Nobody can know a token who was not sent it.</summary>
    public bool IsToken { get; init; }

    public DateTimeOffset MadeAt { get; init; }
}

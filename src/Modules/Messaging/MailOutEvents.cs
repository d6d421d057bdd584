using UnionHall.Platform.Data;

namespace UnionHall.Messaging;

/// <summary>The server through which mail goes out was set up or changed.</summary>
public sealed record MailServerChanged : IDomainEvent
{
    public Subject Subject => new("mail-server", Guid.Empty);
}

/// <summary>A mail was put out, to be sent by a job.</summary>
public sealed record MailQueued(OutgoingMailId Mail, string Key) : IDomainEvent
{
    public Subject Subject => new("mail-out", Mail.Value);
}

/// <summary>The mail server took a mail.</summary>
public sealed record MailSent(OutgoingMailId Mail, string Key) : IDomainEvent
{
    public Subject Subject => new("mail-out", Mail.Value);
}

/// <summary>A mail was given up: it was refused for good, or for two days.</summary>
/// <param name="Key">As its sender gave it.</param>
/// <param name="To">Whom it did not reach, masked: l****@example.cn.</param>
/// <param name="Reason">A Chinese sentence, without personal data.</param>
public sealed record MailFailed(OutgoingMailId Mail, string Key, string To, string Reason) : IDomainEvent
{
    public Subject Subject => new("mail-out", Mail.Value);
}

/// <summary>An administrator had a mail that was given up sent once more.</summary>
public sealed record MailSentAgain(OutgoingMailId Mail, string Key) : IDomainEvent
{
    public Subject Subject => new("mail-out", Mail.Value);
}

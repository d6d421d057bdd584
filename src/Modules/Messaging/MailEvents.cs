using UnionHall.Platform.Data;
using UnionHall.Platform.Security;

namespace UnionHall.Messaging;

/// <summary>A mailbox was opened, changed or put out of use, or its readers changed.</summary>
public sealed record MailBoxChanged(MailBoxId Box, UnitId Unit) : IDomainEvent
{
    public Subject Subject => new("mail-box", Box.Value);
}

/// <summary>A mail was stored, once, by whatever door it came.</summary>
public sealed record MailReceived(MailInId Mail, MailBoxId Box) : IDomainEvent
{
    public Subject Subject => new("mail-box", Box.Value);
}

/// <summary>It was settled what became of a mail: taken in, left waiting for a reader of the box, kept out, thrown away.</summary>
public sealed record MailSettled(MailInId Mail, MailBoxId Box, MailState State) : IDomainEvent
{
    public Subject Subject => new("mail-box", Box.Value);
}

using UnionHall.Messaging;

namespace UnionHall.Requests.Domain;

/// <summary>What is so of a letter to a mailbox of the union.</summary>
internal sealed partial class Request
{
    /// <summary>The box it came to; null for what came by any other door.</summary>
    public MailBoxId? MailBoxId { get; private init; }

    /// <summary>It is with the unit of its box: only the readers of the box know of it.</summary>
    public bool IsInBox => MailBoxId is not null && CurrentUnit == Owner;
}

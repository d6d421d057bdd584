using UnionHall.Messaging;
using UnionHall.Platform.Security;

namespace UnionHall.Requests.Domain;

/// <summary>What is so of a letter to a mailbox of the union.</summary>
internal sealed partial class Request
{
    /// <summary>The box it came to; null for what came by any other door.</summary>
    public MailBoxId? MailBoxId { get; private init; }

    /// <summary>It is with the unit of its box, or what that was merged into: only the readers of the box know of it.</summary>
    public bool IsInBox => MailBoxId is not null && (CurrentUnit == Owner || orders.Exists(one => one.Way == OrderWay.Received && one.UnitId == CurrentUnit));

    /// <summary>A mail to the worker came back: he did not read what was written to him.</summary>
    public void Bounce(string words, Actor actor, DateTimeOffset at)
    {
        Tell(TimelineKind.MailBounced, actor, at, CurrentUnit, words, isPublic: false);
        Events.Add(new LetterBounced(Id, Reference, CurrentUnit, Assignee));
    }
}

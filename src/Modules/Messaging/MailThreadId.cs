using UnionHall.Platform.Data;

namespace UnionHall.Messaging;

/// <summary>The key of a correspondence between a mailbox and one sender.</summary>
public readonly record struct MailThreadId(Guid Value) : IId<MailThreadId>
{
    public static MailThreadId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("N");
}

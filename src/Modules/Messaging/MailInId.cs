using UnionHall.Platform.Data;

namespace UnionHall.Messaging;

/// <summary>The key of a mail that came into a mailbox.</summary>
public readonly record struct MailInId(Guid Value) : IId<MailInId>
{
    public static MailInId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("N");
}

using UnionHall.Platform.Data;

namespace UnionHall.Messaging;

/// <summary>The key of a mailbox of the union, such as a chair's (主席信箱).</summary>
public readonly record struct MailBoxId(Guid Value) : IId<MailBoxId>
{
    public static MailBoxId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("N");
}

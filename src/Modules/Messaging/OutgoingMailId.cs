using UnionHall.Platform.Data;

namespace UnionHall.Messaging;

/// <summary>The key of a mail that goes out.</summary>
public readonly record struct OutgoingMailId(Guid Value) : IId<OutgoingMailId>
{
    public static OutgoingMailId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("N");
}

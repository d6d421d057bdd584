using UnionHall.Platform.Data;

namespace UnionHall.Messaging;

/// <summary>The key of a message or an event that came in from WeChat.</summary>
public readonly record struct WeChatMessageId(Guid Value) : IId<WeChatMessageId>
{
    public static WeChatMessageId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("N");
}

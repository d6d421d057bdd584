using UnionHall.Platform.Data;

namespace UnionHall.Messaging;

/// <summary>The key of one conversation “tell us what is wrong” with a follower.</summary>
public readonly record struct WeChatTalkId(Guid Value) : IId<WeChatTalkId>
{
    public static WeChatTalkId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("N");
}

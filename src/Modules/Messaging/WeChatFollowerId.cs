using UnionHall.Platform.Data;

namespace UnionHall.Messaging;

/// <summary>The key of somebody who follows the official account. His OpenID stays inside the module.</summary>
public readonly record struct WeChatFollowerId(Guid Value) : IId<WeChatFollowerId>
{
    public static WeChatFollowerId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("N");
}

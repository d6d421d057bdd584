using UnionHall.Messaging.WeChat.Protocol;

namespace UnionHall.Messaging.WeChat.Domain;

/// <summary>The official account this site speaks through. Only sealed secrets stand here; <see cref="WeChatSeal"/> opens them.</summary>
internal sealed class WeChatAccount
{
    /// <summary>There is one.</summary>
    public const int Only = 1;

    public int Id { get; private init; } = Only;

    public string AppId { get; set; } = "";

    public byte[] Secret { get; set; } = [];

    public byte[] Token { get; set; } = [];

    public byte[]? Key { get; private set; }

    /// <summary>What was under way when the key changed is still sealed with this one.</summary>
    public byte[]? PreviousKey { get; private set; }

    public PushMode Mode { get; set; } = PushMode.Safe;

    /// <summary>Where our calls go: https://api.weixin.qq.com, or a stand-in.</summary>
    public string ApiBase { get; set; } = "https://api.weixin.qq.com";

    /// <summary>Where visitors go to sign in: https://open.weixin.qq.com, or a stand-in.</summary>
    public string OpenBase { get; set; } = "https://open.weixin.qq.com";

    /// <summary>Our own address as WeChat and phones see it.</summary>
    public string SiteBase { get; set; } = "";

    public void ChangeKey(byte[] key) => (Key, PreviousKey) = (key, Key);
}

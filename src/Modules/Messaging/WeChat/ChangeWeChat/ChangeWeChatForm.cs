namespace UnionHall.Messaging.WeChat.ChangeWeChat;

/// <summary>The connection as typed. Secrets that are left empty stay as they are.</summary>
internal sealed class ChangeWeChatForm
{
    public string? AppId { get; set; }

    public string? Secret { get; set; }

    public string? Token { get; set; }

    public string? Key { get; set; }

    public string? Mode { get; set; }

    public string? ApiBase { get; set; }

    public string? OpenBase { get; set; }

    public string? SiteBase { get; set; }

    public string? Basis { get; set; }
}

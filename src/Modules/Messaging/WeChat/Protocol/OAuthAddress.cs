namespace UnionHall.Messaging.WeChat.Protocol;

/// <summary>Where a page inside WeChat sends its visitor to learn his OpenID. WeChat insists on this order of parameters.</summary>
internal static class OAuthAddress
{
    /// <param name="open">Address of the open platform, e.g. https://open.weixin.qq.com.</param>
    /// <param name="back">Where the code comes back to.</param>
    /// <param name="state">Of this browser's visit; what comes back with another is not ours.</param>
    /// <param name="asks">Ask the visitor for his profile (snsapi_userinfo); otherwise he notices nothing.</param>
    public static string Of(Uri open, string appId, Uri back, string state, bool asks = false) =>
        new Uri(open, "/connect/oauth2/authorize").AbsoluteUri
        + $"?appid={Uri.EscapeDataString(appId)}&redirect_uri={Uri.EscapeDataString(back.AbsoluteUri)}&response_type=code"
        + $"&scope={(asks ? "snsapi_userinfo" : "snsapi_base")}&state={Uri.EscapeDataString(state)}#wechat_redirect";
}

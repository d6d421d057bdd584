namespace UnionHall.Requests.ListRequests;

/// <summary>The icon of each door.</summary>
internal static class ChannelIcons
{
    public static string Icon(this Channel channel) => channel switch
    {
        Channel.Web => "mobile",
        Channel.Wechat => "message",
        Channel.Phone => "phone",
        Channel.Paper => "file",
        Channel.Visit => "home",
        Channel.Stall => "stall",
        Channel.Open311 or Channel.Api => "link",
        _ => "mail",
    };
}

using Microsoft.AspNetCore.Http;

namespace UnionHall.Platform.Security.Sessions;

/// <summary>Where a request came from.</summary>
/// <param name="Address">The network address.</param>
/// <param name="Device">The browser and system in words.</param>
internal sealed record Visit(string? Address, string Device)
{
    private static readonly (string Mark, string Name)[] Browsers =
    [
        ("MicroMessenger", "微信"), ("DingTalk", "钉钉"), ("Edg", "Edge"), ("HuaweiBrowser", "华为浏览器"), ("MiuiBrowser", "小米浏览器"),
        ("QQBrowser", "QQ 浏览器"), ("UCBrowser", "UC 浏览器"), ("Firefox", "Firefox"), ("Chrome", "Chrome"), ("Safari", "Safari"),
    ];

    private static readonly (string Mark, string Name)[] Systems =
    [
        ("HarmonyOS", "鸿蒙"), ("OpenHarmony", "鸿蒙"), ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"),
        ("Windows", "Windows"), ("Mac OS", "Mac"), ("Linux", "Linux"),
    ];

    public static Visit Of(HttpContext http) =>
        new(http.Connection.RemoteIpAddress?.ToString(), DeviceOf(http.Request.Headers.UserAgent.ToString()));

    private static string DeviceOf(string agent)
    {
        var browser = Array.Find(Browsers, row => agent.Contains(row.Mark, StringComparison.OrdinalIgnoreCase)).Name;
        var system = Array.Find(Systems, row => agent.Contains(row.Mark, StringComparison.OrdinalIgnoreCase)).Name;
        return (browser, system) switch
        {
            (null, null) => "不认识的设备",
            (null, _) => system,
            (_, null) => browser,
            _ => $"{browser} · {system}",
        };
    }
}

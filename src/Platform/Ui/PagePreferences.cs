using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace UnionHall.Platform.Ui;

/// <summary>How one person wants the pages: kept in a cookie, so that it holds before log-in and without a database.</summary>
/// <param name="Theme">light, dark or auto (as the device is set).</param>
/// <param name="Size">normal or elder (长辈版).</param>
/// <param name="Keys">on or off: single-key commands at the desk.</param>
public sealed record PagePreferences(string Theme, string Size, string Keys)
{
    public const string CookieName = "uh-prefs";

    public static readonly PagePreferences Usual = new("auto", "normal", "on");

    private static readonly string[] Themes = ["auto", "light", "dark"];
    private static readonly string[] Sizes = ["normal", "elder"];
    private static readonly string[] OnOff = ["on", "off"];

    public bool IsElder => Size == "elder";

    public bool HasKeys => Keys == "on";

    /// <summary>What the browser sent; anything unknown counts as not said.</summary>
    public static PagePreferences Of(HttpRequest request)
    {
        if (request.Cookies[CookieName] is not { Length: > 0 and < 200 } text)
        {
            return Usual;
        }

        var said = QueryHelpers.ParseQuery(text);
        return Usual.With(said["theme"], said["size"], said["keys"]);
    }

    /// <summary>Changes what is given and known, keeps the rest.</summary>
    public PagePreferences With(string? theme, string? size, string? keys) => new(
        Array.IndexOf(Themes, theme) >= 0 ? theme! : Theme,
        Array.IndexOf(Sizes, size) >= 0 ? size! : Size,
        Array.IndexOf(OnOff, keys) >= 0 ? keys! : Keys);

    /// <summary>Remembers it for a year on this device.</summary>
    public void Keep(HttpResponse response) => response.Cookies.Append(CookieName, $"theme={Theme}&size={Size}&keys={Keys}", new CookieOptions
    {
        MaxAge = TimeSpan.FromDays(365),
        HttpOnly = true,
        IsEssential = true,
        SameSite = SameSiteMode.Lax,
        Secure = response.HttpContext.Request.IsHttps,
    });
}

using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace UnionHall.Requests.ReadKnowledge;

/// <summary>Knows a browser again by a cookie that holds a random token; only its hash is stored.</summary>
internal static class ReaderToken
{
    private const string Cookie = "uh-reader";
    private const int Length = 32;

    public static byte[] Of(HttpContext web)
    {
        if (web.Request.Cookies[Cookie] is not { Length: Length } token)
        {
            token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Length / 2));
            web.Response.Cookies.Append(Cookie, token, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = web.Request.IsHttps, IsEssential = true, MaxAge = TimeSpan.FromDays(400) });
        }

        return SHA256.HashData(Encoding.ASCII.GetBytes(token));
    }
}

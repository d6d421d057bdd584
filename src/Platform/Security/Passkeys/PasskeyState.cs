using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace UnionHall.Platform.Security.Passkeys;

/// <summary>Keeps what the browser was asked (the challenge) in a sealed cookie until it answers; five minutes, once.</summary>
internal sealed class PasskeyState(IDataProtectionProvider protection, TimeProvider clock)
{
    private const string Cookie = "unionhall.passkey";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly IDataProtector protector = protection.CreateProtector("passkey-state");

    /// <param name="purpose">"add" or "sign-in": the answer to one question is none to the other.</param>
    public void Keep(HttpContext http, string purpose, string? state)
    {
        var until = (clock.GetUtcNow() + Patience).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        http.Response.Cookies.Append(Cookie, protector.Protect($"{purpose}\n{until}\n{state}"), Options(http, Patience));
    }

    /// <summary>What was kept for this purpose, once; null when there is nothing or it is too old.</summary>
    public string? Take(HttpContext http, string purpose)
    {
        if (http.Request.Cookies[Cookie] is not { Length: > 0 } kept)
        {
            return null;
        }

        http.Response.Cookies.Delete(Cookie, Options(http, maxAge: null));
        try
        {
            var parts = protector.Unprotect(kept).Split('\n', 3);
            var until = DateTimeOffset.FromUnixTimeSeconds(long.Parse(parts[1], CultureInfo.InvariantCulture));
            return parts[0] == purpose && clock.GetUtcNow() < until ? parts[2] : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static CookieOptions Options(HttpContext http, TimeSpan? maxAge) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = http.Request.IsHttps,
        IsEssential = true,
        MaxAge = maxAge,
    };
}

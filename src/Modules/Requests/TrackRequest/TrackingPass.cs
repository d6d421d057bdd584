using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using UnionHall.Platform.Security;

namespace UnionHall.Requests.TrackRequest;

/// <summary>
/// Which requests this browser has opened by passphrase: a protected cookie that script cannot read. Each request is
/// forgotten half an hour after it was last looked at.
/// </summary>
internal sealed class TrackingPass(IHttpContextAccessor web, IDataProtectionProvider protection, TimeProvider clock) : ISignOutPart
{
    private const string Cookie = "uh-track";
    private const int Most = 20;
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(30);
    private readonly IDataProtector protector = protection.CreateProtector("UnionHall.Requests.TrackingPass");
    private Dictionary<Guid, long>? held;

    public IReadOnlyCollection<RequestId> All() => [.. Held().Keys.Select(RequestId.From)];

    public bool Holds(RequestId request) => Held().ContainsKey(request.Value);

    /// <summary>Opens a request for this browser, or for another half hour.</summary>
    public void Give(RequestId request)
    {
        Held()[request.Value] = clock.GetUtcNow().Add(Lasts).ToUnixTimeSeconds();
        held = Held().OrderByDescending(entry => entry.Value).Take(Most).ToDictionary();
        Write();
    }

    /// <summary>Looked at again: for another half hour, where it was opened by passphrase.</summary>
    public void Renew(RequestId request)
    {
        if (Holds(request))
        {
            Give(request);
        }
    }

    /// <summary>Forgets all of them: the next person may hold the same phone.</summary>
    public void Drop()
    {
        held = [];
        web.HttpContext!.Response.Cookies.Delete(Cookie);
    }

    private Dictionary<Guid, long> Held() => held ??= Read();

    private Dictionary<Guid, long> Read()
    {
        if (web.HttpContext?.Request.Cookies[Cookie] is not { Length: > 0 } sealedText)
        {
            return [];
        }

        try
        {
            var now = clock.GetUtcNow().ToUnixTimeSeconds();
            return JsonSerializer.Deserialize<Dictionary<Guid, long>>(protector.Unprotect(sealedText))!.Where(entry => entry.Value > now).ToDictionary();
        }
        catch (Exception problem) when (problem is CryptographicException or JsonException)
        {
            // Made up, cut off or sealed with a key that is gone: as if it were not there.
            return [];
        }
    }

    private void Write()
    {
        var page = web.HttpContext!;
        page.Response.Cookies.Append(Cookie, protector.Protect(JsonSerializer.Serialize(held)), new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = page.Request.IsHttps,
            IsEssential = true,
        });
    }
}

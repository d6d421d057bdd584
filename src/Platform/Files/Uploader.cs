using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using UnionHall.Platform.Security;

namespace UnionHall.Platform.Files;

/// <summary>
/// Recognises the browser that uploaded a file, signed in or not, by a session cookie that holds a random token;
/// only its hash is stored.
/// </summary>
internal sealed class Uploader(IHttpContextAccessor web, Vault vault)
{
    private const string Cookie = "uh-uploads";
    private const int TokenLength = 32;
    private readonly HashSet<FileId> stored = [];
    private string? issued;

    /// <summary>Hash of this browser's token, made when there is none yet; null outside a web request.</summary>
    public byte[]? Session()
    {
        if (Token() is null && web.HttpContext is { Response.HasStarted: false } context)
        {
            issued = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TokenLength / 2));
            context.Response.Cookies.Append(Cookie, issued, new CookieOptions
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Lax,
                Secure = context.Request.IsHttps,
                IsEssential = true,
            });
        }

        return Hash();
    }

    public byte[]? AddressHash(Actor actor) => actor.Address is null ? null : vault.Fingerprint(actor.Address, "upload-address");

    /// <summary>Remembers what was stored a moment ago by the same caller, with or without a browser.</summary>
    public void Remember(FileId file) => stored.Add(file);

    /// <summary>True when this actor, this browser or this very call uploaded it.</summary>
    public bool Owns(StoredFile file, Actor actor) =>
        stored.Contains(file.Id)
        || (file.UploadedBy is not null && file.UploadedBy == actor.Account)
        || (file.SessionHash is not null && Hash() is { } mine && CryptographicOperations.FixedTimeEquals(mine, file.SessionHash));

    private byte[]? Hash() => Token() is { } token ? SHA256.HashData(Encoding.ASCII.GetBytes(token)) : null;

    private string? Token() => issued ?? (web.HttpContext?.Request.Cookies[Cookie] is { Length: TokenLength } token ? token : null);
}

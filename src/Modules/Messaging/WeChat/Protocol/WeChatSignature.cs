using System.Security.Cryptography;
using System.Text;

namespace UnionHall.Messaging.WeChat.Protocol;

/// <summary>What both sides sign with: the parts sorted by ordinal value, joined, as SHA-1 in hexadecimal.</summary>
internal static class WeChatSignature
{
    public static string Of(params string[] parts)
    {
        var sorted = (string[])parts.Clone();
        Array.Sort(sorted, StringComparer.Ordinal);
        return Sha1(string.Concat(sorted));
    }

    /// <summary>Compares in a time that says nothing of where they differ.</summary>
    public static bool Matches(string given, params string[] parts) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Of(parts)), Encoding.UTF8.GetBytes(given));

    /// <summary>The signature of a page that uses WeChat's script: the address counts up to its #.</summary>
    public static string OfPage(string ticket, string nonce, string timestamp, string url) =>
        Sha1($"jsapi_ticket={ticket}&noncestr={nonce}&timestamp={timestamp}&url={url.Split('#')[0]}");

#pragma warning disable CA5350 // SHA-1 is what WeChat prescribes.
    private static string Sha1(string text) => Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5350
}

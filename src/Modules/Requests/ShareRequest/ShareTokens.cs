using System.Buffers.Text;
using System.Security.Cryptography;
using UnionHall.Platform.Security;

namespace UnionHall.Requests.ShareRequest;

/// <summary>The unguessable part of the address, of which only a keyed fingerprint is kept.</summary>
internal sealed class ShareTokens(Vault vault)
{
    private const int Bytes = 24;

    public static string Make() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    public byte[] PrintOf(string token) => vault.Fingerprint(token, "request-share");
}

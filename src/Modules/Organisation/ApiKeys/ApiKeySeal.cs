using System.Security.Cryptography;
using UnionHall.Platform.Security;

namespace UnionHall.Organisation.ApiKeys;

/// <summary>Makes keys and knows them again. A key has 256 random bits and is kept nowhere.</summary>
internal sealed class ApiKeySeal(Vault vault)
{
    private const string Head = "uh_";
    private const int StartLength = 9;
    private const int Length = 3 + 64;

    public (string Key, byte[] Print, string Start) Make()
    {
        var key = Head + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        return (key, Print(key), key[..StartLength]);
    }

    /// <summary>Null for what cannot be a key.</summary>
    public byte[]? PrintOf(string typed)
    {
        var key = typed.Trim();
        return key.Length == Length && key.StartsWith(Head, StringComparison.Ordinal) && key.AsSpan(Head.Length).IndexOfAnyExcept("0123456789abcdef") < 0 ? Print(key) : null;
    }

    private byte[] Print(string key) => vault.Fingerprint(key, "api-key");
}

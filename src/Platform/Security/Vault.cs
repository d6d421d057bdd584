using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace UnionHall.Platform.Security;

/// <summary>
/// Seals personal data at rest (AES-256-GCM) and makes keyed fingerprints for exact search (HMAC-SHA-256; phone and
/// identity numbers are few enough to try them all against an unkeyed hash).
/// </summary>
/// <remarks>A sealed value is: format 1 | key number, 4 bytes big-endian | nonce 12 | ciphertext | tag 16.</remarks>
public sealed class Vault(KeyRingFile keys)
{
    private const byte Format = 1;
    private const int HeaderLength = 1 + sizeof(uint);
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private const int Overhead = HeaderLength + NonceLength + TagLength;

    /// <summary>Seals a text with the current key.</summary>
    /// <param name="plain">The text.</param>
    /// <param name="purpose">What it is, e.g. "person-phone". Opens for the same purpose only.</param>
    public byte[] Seal(string plain, string purpose)
    {
        var key = keys.Load().Current;
        var text = Encoding.UTF8.GetBytes(plain);
        var result = new byte[Overhead + text.Length];
        result[0] = Format;
        BinaryPrimitives.WriteUInt32BigEndian(result.AsSpan(1), key.Number);
        var nonce = result.AsSpan(HeaderLength, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key.Secret, TagLength);
        aes.Encrypt(nonce, text, result.AsSpan(HeaderLength + NonceLength, text.Length), result.AsSpan(^TagLength..), Bound(result, purpose));
        CryptographicOperations.ZeroMemory(text);
        return result;
    }

    /// <summary>Opens what <see cref="Seal"/> made.</summary>
    /// <exception cref="VaultException">It was changed, sealed for another purpose, or its key is not in the ring.</exception>
    public string Open(byte[] secret, string purpose)
    {
        if (secret.Length < Overhead || secret[0] != Format)
        {
            throw new VaultException("这段密文不完整，打不开。");
        }

        var number = BinaryPrimitives.ReadUInt32BigEndian(secret.AsSpan(1));
        var key = keys.Load().Find(number) ?? throw new VaultException($"密钥文件 {keys.Path} 里没有第 {number} 号密钥，加密的资料打不开。请换回原来的密钥文件。");
        var text = new byte[secret.Length - Overhead];
        using var aes = new AesGcm(key.Secret, TagLength);
        try
        {
            aes.Decrypt(
                secret.AsSpan(HeaderLength, NonceLength), secret.AsSpan(HeaderLength + NonceLength, text.Length), secret.AsSpan(^TagLength..), text, Bound(secret, purpose));
        }
        catch (AuthenticationTagMismatchException problem)
        {
            throw new VaultException($"这段密文与用途“{purpose}”或现有密钥不符，打不开。", problem);
        }

        return Encoding.UTF8.GetString(text);
    }

    /// <summary>False when an older key sealed it: seal it anew where it is written anyway.</summary>
    public bool IsCurrent(byte[] secret) =>
        secret.Length >= Overhead && BinaryPrimitives.ReadUInt32BigEndian(secret.AsSpan(1)) == keys.Load().Current.Number;

    /// <summary>A keyed hash of 32 bytes, equal for equal values of the same purpose; survives rotation. Normalise the value first.</summary>
    public byte[] Fingerprint(string value, string purpose) =>
        HMACSHA256.HashData(keys.Load().Fingerprint, Encoding.UTF8.GetBytes($"{purpose}\0{value}"));

    /// <summary>The associated data: the header, so that a key number cannot be swapped, and the purpose.</summary>
    private static byte[] Bound(byte[] result, string purpose) => [.. result.AsSpan(0, HeaderLength), .. Encoding.UTF8.GetBytes(purpose)];
}

/// <summary>Something sealed cannot be opened, or the keys are missing. The message says what to do.</summary>
public sealed class VaultException(string message, Exception? cause = null) : Exception(message, cause);

using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace UnionHall.Messaging.WeChat.Protocol;

/// <summary>
/// The key of the safe mode (EncodingAESKey) and what it does: AES-256-CBC with the key's first half as its start.
/// The plain block is 16 random bytes, the length in 4 bytes big-endian, the text, the app id; padded to a multiple of 32.
/// </summary>
/// <remarks>.NET's own PKCS#7 knows paddings up to 16 bytes only and throws on the others, so ours are put on and taken off by hand.</remarks>
internal sealed class WeChatKey
{
    public const int Letters = 43;
    public const int RandomBytes = 16;
    private const int LengthBytes = sizeof(uint);
    private const int Head = RandomBytes + LengthBytes;
    private const int Block = 32;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: false);
    private readonly byte[] secret;

    private WeChatKey(byte[] secret) => this.secret = secret;

    /// <summary>Null when these are not 43 characters of Base64. The last one may carry two bits too many: not canonical, and in use.</summary>
    public static WeChatKey? Read(string? text)
    {
        var bytes = new byte[Block];
        return text is { Length: Letters } && Convert.TryFromBase64String(text + "=", bytes, out var written) && written == Block ? new WeChatKey(bytes) : null;
    }

    /// <param name="random">16 bytes nobody can foresee.</param>
    public string Seal(string text, string appId, ReadOnlySpan<byte> random)
    {
        byte[] message = Utf8.GetBytes(text), tail = Utf8.GetBytes(appId);
        var length = Head + message.Length + tail.Length;
        var padding = Block - (length % Block);
        var plain = new byte[length + padding];
        random[..RandomBytes].CopyTo(plain);
        BinaryPrimitives.WriteUInt32BigEndian(plain.AsSpan(RandomBytes), (uint)message.Length);
        message.CopyTo(plain, Head);
        tail.CopyTo(plain, Head + message.Length);
        plain.AsSpan(length).Fill((byte)padding);
        using var aes = Cipher();
        return Convert.ToBase64String(aes.EncryptCbc(plain, secret.AsSpan(0, aes.BlockSize / 8), PaddingMode.None));
    }

    /// <summary>Null when this key did not seal it, when it was changed on the way, or when it is meant for another account.</summary>
    public string? Open(string sealedText, string appId)
    {
        if (Bytes(sealedText) is not { Length: > 0 } bytes || bytes.Length % Block != 0)
        {
            return null;
        }

        using var aes = Cipher();
        var plain = aes.DecryptCbc(bytes, secret.AsSpan(0, aes.BlockSize / 8), PaddingMode.None);
        int padding = plain[^1];
        if (padding is 0 or > Block || plain.AsSpan(^padding..).ContainsAnyExcept((byte)padding) || plain.Length - padding < Head)
        {
            return null;
        }

        var body = plain.AsSpan(Head, plain.Length - padding - Head);
        var length = BinaryPrimitives.ReadUInt32BigEndian(plain.AsSpan(RandomBytes));
        return length <= body.Length && CryptographicOperations.FixedTimeEquals(body[(int)length..], Utf8.GetBytes(appId)) ? Utf8.GetString(body[..(int)length]) : null;
    }

    private static byte[]? Bytes(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var written) ? bytes[..written] : null;
    }

    private Aes Cipher()
    {
        var aes = Aes.Create();
        aes.Key = secret;
        return aes;
    }
}

using System.Security.Cryptography;
using System.Text.Json;

namespace UnionHall.Platform.Security;

/// <summary>
/// The keys of one site: numbered sealing keys, of which the last one seals and all open, and the fingerprint key,
/// which is never rotated because every stored fingerprint depends on it.
/// </summary>
internal sealed record KeyRing(IReadOnlyList<KeyRing.Key> Keys, byte[] Fingerprint)
{
    private const int KeyLength = 32;
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public Key Current => Keys[^1];

    public static KeyRing New(DateTimeOffset now) =>
        new([new Key(1, now, RandomNumberGenerator.GetBytes(KeyLength))], RandomNumberGenerator.GetBytes(KeyLength));

    public KeyRing Rotate(DateTimeOffset now) =>
        this with { Keys = [.. Keys, new Key(Current.Number + 1, now, RandomNumberGenerator.GetBytes(KeyLength))] };

    public Key? Find(uint number) => Keys.FirstOrDefault(key => key.Number == number);

    /// <summary>True for copies of one ring, whichever is the older: the fingerprint key never changes.</summary>
    public bool IsKin(KeyRing other) => Fingerprint.AsSpan().SequenceEqual(other.Fingerprint);

    /// <summary>True when this ring opens all that the other opens.</summary>
    public bool Holds(KeyRing other) => other.Keys.All(key => Find(key.Number)?.Secret.AsSpan().SequenceEqual(key.Secret) == true);

    /// <summary>This ring, and of the other the keys whose numbers it lacks.</summary>
    public KeyRing With(KeyRing other) => this with { Keys = [.. Keys.Concat(other.Keys.Where(key => Find(key.Number) is null)).OrderBy(key => key.Number)] };

    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, Json);

    /// <exception cref="VaultException">It is not a key ring.</exception>
    public static KeyRing Read(byte[] json)
    {
        try
        {
            var ring = JsonSerializer.Deserialize<KeyRing>(json, Json);
            return ring is { Keys.Count: > 0, Fingerprint.Length: KeyLength } && ring.Keys.All(key => key.Secret is { Length: KeyLength })
                ? ring
                : throw new VaultException("密钥文件不完整，不能使用。请从备份恢复这个文件。");
        }
        catch (JsonException problem)
        {
            throw new VaultException("密钥文件已经损坏，不能使用。请从备份恢复这个文件。", problem);
        }
    }

    /// <summary>One sealing key.</summary>
    internal sealed record Key(uint Number, DateTimeOffset CreatedAt, byte[] Secret);
}

using System.Buffers.Binary;

namespace UnionHall.Platform.Data;

/// <summary>The place of an instant among version-7 keys.</summary>
public static class TimeKey
{
    /// <summary>The smallest version-7 key that an instant can have.</summary>
    public static Guid At(DateTimeOffset instant)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(bytes, instant.ToUnixTimeMilliseconds() << 16);
        return new Guid(bytes, bigEndian: true);
    }
}

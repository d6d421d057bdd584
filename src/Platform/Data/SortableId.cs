using System.Buffers.Binary;
using System.Security.Cryptography;

namespace UnionHall.Platform.Data;

/// <summary>
/// Makes keys (UUIDv7, RFC 9562 §6.2 method 1): the moment in milliseconds, then a counter of this process, then 48 random
/// bits. Keys made one after the other at one moment sort in the order they were made, so a list "newest first" needs no
/// other column.
/// </summary>
public static class SortableId
{
    private const int CounterBits = 26;
    private static int made;

    /// <param name="at">The moment the key sorts by; the past is allowed, as for imported rows.</param>
    public static Guid Next(DateTimeOffset at)
    {
        var counter = (uint)Interlocked.Increment(ref made) & ((1u << CounterBits) - 1);
        Span<byte> bytes = stackalloc byte[16];
        RandomNumberGenerator.Fill(bytes[10..]);
        BinaryPrimitives.WriteUInt64BigEndian(bytes, ((ulong)at.ToUnixTimeMilliseconds() << 16) | 0x7000 | (counter >> 14));
        BinaryPrimitives.WriteUInt16BigEndian(bytes[8..], (ushort)(0x8000 | (counter & 0x3FFF)));
        return new Guid(bytes, bigEndian: true);
    }
}

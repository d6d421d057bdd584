using System.Buffers.Binary;

namespace UnionHall.Platform.Files.Content;

/// <summary>Walks through bytes; running off the end means the file is broken.</summary>
internal ref struct ByteReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> all = bytes;

    public int Place { get; private set; }

    public readonly bool AtEnd => Place >= all.Length;

    public readonly int Left => all.Length - Place;

    public readonly ReadOnlySpan<byte> Rest => all[Place..];

    public byte Byte() => Take(1)[0];

    public ushort U16() => BinaryPrimitives.ReadUInt16BigEndian(Take(2));

    public uint U32() => BinaryPrimitives.ReadUInt32BigEndian(Take(4));

    public uint U32Little() => BinaryPrimitives.ReadUInt32LittleEndian(Take(4));

    public ReadOnlySpan<byte> Take(long count)
    {
        if (count < 0 || count > Left)
        {
            throw RefusedContentException.Broken();
        }

        var taken = all.Slice(Place, (int)count);
        Place += (int)count;
        return taken;
    }

    /// <summary>What was read since <paramref name="start"/>.</summary>
    public readonly ReadOnlySpan<byte> Since(int start) => all[start..Place];
}

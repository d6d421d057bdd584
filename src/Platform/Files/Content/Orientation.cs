using System.Buffers.Binary;

namespace UnionHall.Platform.Files.Content;

/// <summary>The one thing kept of a picture's Exif block: which side is up (TIFF tag 0x0112, values 1–8).</summary>
internal static class Orientation
{
    private const int Upright = 1;
    private const ushort Tag = 0x0112;
    private const int EntryLength = 12;

    /// <summary>Reads the tag of a TIFF block; 1 when there is none or the block is not understood.</summary>
    public static int Read(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 10)
        {
            return Upright;
        }

        var little = tiff[0] == (byte)'I';
        var directory = U32(tiff[4..], little);
        if (directory > tiff.Length - 2)
        {
            return Upright;
        }

        var entries = tiff[(int)directory..];
        var count = U16(entries, little);
        for (var start = 2; count > 0 && start + EntryLength <= entries.Length; start += EntryLength, count--)
        {
            if (U16(entries[start..], little) == Tag)
            {
                return U16(entries[(start + 8)..], little) is >= 1 and <= 8 and var value ? value : Upright;
            }
        }

        return Upright;
    }

    /// <summary>A TIFF block that holds nothing but the tag, or null when the picture is upright anyway.</summary>
    public static byte[]? Only(ReadOnlySpan<byte> tiff) => Read(tiff) switch
    {
        Upright => null,
        var value => [.. "MM\0*\0\0\0\x08"u8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)value, 0, 0, 0, 0, 0, 0],
    };

    private static ushort U16(ReadOnlySpan<byte> bytes, bool little) =>
        little ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);

    private static uint U32(ReadOnlySpan<byte> bytes, bool little) =>
        little ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);
}

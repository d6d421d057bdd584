using System.Buffers.Binary;

namespace UnionHall.Platform.Files.Content;

/// <summary>
/// Copies a PNG (ISO/IEC 15948) chunk by chunk, keeping only what is needed to show it: text, times, Exif (but the
/// orientation), private chunks and whatever follows the end are left out. A wrong checksum means a broken file.
/// </summary>
internal static class PngContent
{
    private static readonly HashSet<string> Kept = new(StringComparer.Ordinal)
    {
        "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "bKGD", "pHYs", "cICP", "acTL", "fcTL", "fdAT",
    };

    public static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static void Clean(ReadOnlySpan<byte> picture, Stream clean)
    {
        var reader = new ByteReader(picture);
        clean.Write(reader.Take(Signature.Length));
        var (first, data) = (true, false);
        while (true)
        {
            var start = reader.Place;
            var body = Chunk(ref reader, out var type);
            if (first != (type == "IHDR"))
            {
                throw RefusedContentException.Broken();
            }

            if (first)
            {
                Measure(body);
            }

            (first, data) = (false, data || type == "IDAT");
            if (Kept.Contains(type))
            {
                clean.Write(reader.Since(start));
            }
            else if (type == "eXIf" && Orientation.Only(body) is { } only)
            {
                Write("eXIf"u8, only, clean);
            }

            if (type == "IEND")
            {
                if (!data)
                {
                    throw RefusedContentException.Broken();
                }

                return;
            }
        }
    }

    private static ReadOnlySpan<byte> Chunk(ref ByteReader reader, out string type)
    {
        var length = reader.U32();
        var start = reader.Place;
        type = System.Text.Encoding.Latin1.GetString(reader.Take(4));
        var body = reader.Take(length);
        return Crc32.Of(reader.Since(start)) == reader.U32() ? body : throw RefusedContentException.Broken();
    }

    private static void Measure(ReadOnlySpan<byte> header)
    {
        var reader = new ByteReader(header);
        PixelLimit.Check(reader.U32(), reader.U32());
    }

    private static void Write(ReadOnlySpan<byte> type, ReadOnlySpan<byte> body, Stream clean)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, body.Length);
        clean.Write(number);
        byte[] signed = [.. type, .. body];
        clean.Write(signed);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc32.Of(signed));
        clean.Write(number);
    }
}

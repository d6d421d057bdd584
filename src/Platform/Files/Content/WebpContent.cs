using System.Buffers.Binary;

namespace UnionHall.Platform.Files.Content;

/// <summary>Copies a WebP (RFC 9649) chunk by chunk without Exif (but the orientation), XMP and unknown chunks, and corrects its flags and length.</summary>
internal static class WebpContent
{
    private const byte ExifFlag = 0x08;
    private const byte XmpFlag = 0x04;

    public static bool Looks(ReadOnlySpan<byte> head) =>
        head.Length >= 12 && head.StartsWith("RIFF"u8) && head[8..].StartsWith("WEBP"u8);

    public static void Clean(ReadOnlySpan<byte> picture, Stream clean)
    {
        var reader = new ByteReader(picture);
        reader.Take(4);
        var body = new ByteReader(reader.Take(reader.U32Little()));
        body.Take(4);
        using var kept = new MemoryStream(picture.Length);
        kept.Write("WEBP"u8);
        var extended = -1;
        for (var pictures = 0; ;)
        {
            if (body.AtEnd)
            {
                Finish(kept, pictures, clean);
                return;
            }

            var start = body.Place;
            var type = System.Text.Encoding.Latin1.GetString(body.Take(4));
            var content = Content(ref body);
            switch (type)
            {
                case "VP8X":
                    extended = (int)kept.Length + 8;
                    Extend(content, kept, body.Since(start));
                    break;
                case "VP8 " or "VP8L" or "ANMF":
                    pictures++;
                    kept.Write(body.Since(start));
                    break;
                case "ALPH" or "ANIM" or "ICCP":
                    kept.Write(body.Since(start));
                    break;
                case "EXIF" when extended >= 0 && Orientation.Only(Tiff(content)) is { } only:
                    kept.GetBuffer()[extended] |= ExifFlag;
                    kept.Write([.. "EXIF"u8, (byte)only.Length, 0, 0, 0, .. only]);
                    break;
                default:
                    break;
            }
        }
    }

    private static ReadOnlySpan<byte> Content(ref ByteReader body)
    {
        var length = body.U32Little();
        var content = body.Take(length);
        if (length % 2 == 1)
        {
            body.Take(Math.Min(1, body.Left));
        }

        return content;
    }

    private static void Extend(ReadOnlySpan<byte> content, MemoryStream kept, ReadOnlySpan<byte> chunk)
    {
        if (content.Length < 10)
        {
            throw RefusedContentException.Broken();
        }

        PixelLimit.Check(1 + (content[4] | (content[5] << 8) | (content[6] << 16)), 1 + (content[7] | (content[8] << 8) | (content[9] << 16)));
        byte[] copy = [.. chunk];
        copy[8] &= unchecked((byte)~(ExifFlag | XmpFlag));
        kept.Write(copy);
    }

    private static ReadOnlySpan<byte> Tiff(ReadOnlySpan<byte> exif) => exif.StartsWith("Exif\0\0"u8) ? exif[6..] : exif;

    private static void Finish(MemoryStream kept, int pictures, Stream clean)
    {
        if (pictures == 0)
        {
            throw RefusedContentException.Broken();
        }

        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(length, (uint)kept.Length);
        clean.Write("RIFF"u8);
        clean.Write(length);
        kept.Position = 0;
        kept.CopyTo(clean);
    }
}

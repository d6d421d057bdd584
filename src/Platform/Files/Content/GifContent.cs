namespace UnionHall.Platform.Files.Content;

/// <summary>Copies a GIF 89a block by block without its comments, plain-text and application blocks (XMP among them); the loop count stays.</summary>
internal static class GifContent
{
    public static void Clean(ReadOnlySpan<byte> picture, Stream clean)
    {
        var reader = new ByteReader(picture);
        Header(ref reader);
        clean.Write(reader.Since(0));
        for (var images = 0; ;)
        {
            var start = reader.Place;
            switch (reader.Byte())
            {
                case 0x21:
                    if (Extension(ref reader))
                    {
                        clean.Write(reader.Since(start));
                    }

                    break;
                case 0x2C:
                    Image(ref reader);
                    clean.Write(reader.Since(start));
                    images++;
                    break;
                case 0x3B when images > 0:
                    clean.WriteByte(0x3B);
                    return;
                default:
                    throw RefusedContentException.Broken();
            }
        }
    }

    private static void Header(ref ByteReader reader)
    {
        reader.Take(6);
        var screen = reader.Take(7);
        PixelLimit.Check(screen[0] | (screen[1] << 8), screen[2] | (screen[3] << 8));
        Palette(ref reader, screen[4]);
    }

    private static void Palette(ref ByteReader reader, byte flags)
    {
        if ((flags & 0x80) != 0)
        {
            reader.Take(3 << ((flags & 7) + 1));
        }
    }

    /// <summary>True for what is needed to show the picture: frame timing and looping.</summary>
    private static bool Extension(ref ByteReader reader)
    {
        var label = reader.Byte();
        var name = reader.Rest;
        var kept = label == 0xF9 || (label == 0xFF && (name.StartsWith("\x0BNETSCAPE2.0"u8) || name.StartsWith("\x0BANIMEXTS1.0"u8)));
        SubBlocks(ref reader);
        return kept;
    }

    private static void Image(ref ByteReader reader)
    {
        Palette(ref reader, reader.Take(9)[8]);
        reader.Take(1);
        SubBlocks(ref reader);
    }

    private static void SubBlocks(ref ByteReader reader)
    {
        while (reader.Byte() is > 0 and var length)
        {
            reader.Take(length);
        }
    }
}

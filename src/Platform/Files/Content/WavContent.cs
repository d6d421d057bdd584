using System.Buffers.Binary;

namespace UnionHall.Platform.Files.Content;

/// <summary>A WAV recording, kept to its format and sound; notes of the recorder are left out.</summary>
internal static class WavContent
{
    public static bool Looks(ReadOnlySpan<byte> head) =>
        head.Length >= 12 && head.StartsWith("RIFF"u8) && head[8..].StartsWith("WAVE"u8);

    public static void Clean(ReadOnlySpan<byte> recording, Stream clean)
    {
        var reader = new ByteReader(recording);
        reader.Take(12);
        using var kept = new MemoryStream(recording.Length);
        kept.Write("WAVE"u8);
        var sound = false;
        while (reader.Left >= 8)
        {
            var start = reader.Place;
            var type = System.Text.Encoding.Latin1.GetString(reader.Take(4));
            var length = reader.U32Little();
            reader.Take(length);
            reader.Take(Math.Min(length % 2, reader.Left));
            sound |= type == "data";
            if (type is "fmt " or "fact" or "data")
            {
                kept.Write(reader.Since(start));
            }
        }

        if (!sound)
        {
            throw RefusedContentException.Broken();
        }

        Span<byte> size = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(size, (uint)kept.Length);
        clean.Write("RIFF"u8);
        clean.Write(size);
        kept.Position = 0;
        kept.CopyTo(clean);
    }
}

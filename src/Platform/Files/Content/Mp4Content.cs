using System.Buffers.Binary;

namespace UnionHall.Platform.Files.Content;

/// <summary>
/// A recording in an MP4 container (ISO/IEC 14496-12), as phones make them. Boxes that may tell where and by what it was
/// recorded are renamed to "free" and emptied, which moves no byte of the sound.
/// </summary>
internal static class Mp4Content
{
    private static readonly string[] Containers = ["moov", "trak", "mdia"];
    private static readonly string[] Private = ["udta", "meta", "uuid"];

    public static bool Looks(ReadOnlySpan<byte> head) => head.Length >= 12 && head[4..].StartsWith("ftyp"u8);

    /// <summary>Still pictures use the same container (ISO/IEC 23008-12).</summary>
    public static bool IsHeic(ReadOnlySpan<byte> head) =>
        Looks(head) && (head[8..].StartsWith("hei"u8) || head[8..].StartsWith("hev"u8) || head[8..].StartsWith("mif1"u8) || head[8..].StartsWith("msf1"u8) || head[8..].StartsWith("avif"u8));

    public static void Clean(ReadOnlySpan<byte> recording, Stream clean)
    {
        var copy = recording.ToArray();
        var handlers = new List<string>();
        Walk(copy, 0, copy.Length, handlers);
        if (handlers.Contains("vide", StringComparer.Ordinal))
        {
            throw new RefusedContentException("file-video", "现在还不能传视频。请截几张画面传上来，或者只传录音。");
        }

        if (!handlers.Contains("soun", StringComparer.Ordinal))
        {
            throw FileKinds.Unknown(recording);
        }

        clean.Write(copy);
    }

    private static void Walk(byte[] file, int start, int end, List<string> handlers)
    {
        while (start < end)
        {
            var (header, length) = Box(file.AsSpan(start, end - start));
            var type = System.Text.Encoding.Latin1.GetString(file, start + 4, 4);
            if (Private.Contains(type, StringComparer.Ordinal))
            {
                "free"u8.CopyTo(file.AsSpan(start + 4));
                file.AsSpan(start + header, length - header).Clear();
            }
            else if (Containers.Contains(type, StringComparer.Ordinal))
            {
                Walk(file, start + header, start + length, handlers);
            }
            else if (type == "hdlr" && length >= header + 12)
            {
                handlers.Add(System.Text.Encoding.Latin1.GetString(file, start + header + 8, 4));
            }

            start += length;
        }
    }

    /// <summary>The length of a box and of its header; a size of 1 means a long one follows, 0 means up to the end.</summary>
    private static (int Header, int Length) Box(ReadOnlySpan<byte> rest)
    {
        var reader = new ByteReader(rest);
        long length = reader.U32();
        reader.Take(4);
        if (length == 1)
        {
            length = (long)BinaryPrimitives.ReadUInt64BigEndian(reader.Take(8));
        }
        else if (length == 0)
        {
            length = rest.Length;
        }

        return length >= reader.Place && length <= rest.Length ? (reader.Place, (int)length) : throw RefusedContentException.Broken();
    }
}

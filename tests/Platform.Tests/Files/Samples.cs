using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using UnionHall.Platform.Files.Content;

namespace UnionHall.Platform.Tests.Files;

/// <summary>Small real files: a picture of 16×8 pixels, red on the left and blue on the right, as a browser encodes it.</summary>
internal static class Samples
{
    public static byte[] Jpeg => Convert.FromBase64String("/9j/4AAQSkZJRgABAQAAAQABAAD/4gHYSUNDX1BST0ZJTEUAAQEAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABhY3NwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAABUAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAMZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADb/2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxOQERXRTc4UG1RV19iZ2hnPk1xeXBkeFxlZ2P/2wBDARESEhgVGC8aGi9jQjhCY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2P/wAARCAAIABADASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAX/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFAEBAAAAAAAAAAAAAAAAAAAABf/EABkRAAIDAQAAAAAAAAAAAAAAAABDBYHBBv/aAAwDAQACEQMRAD8Aio4FOdbWjM8u8P/Z");

    public static byte[] Png => Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAABAAAAAICAYAAADwdn+XAAAAJ0lEQVR4AeyQoQ0AAAjDmv3/c/kABALDkqkmFY1g9wEblnsB3DcoAAAA//9LtzGOAAAABklEQVQDALr0H/FxgNKIAAAAAElFTkSuQmCC");

    public static byte[] Webp => Convert.FromBase64String("UklGRh4CAABXRUJQVlA4WAoAAAAgAAAADwAABwAASUNDUMgBAAAAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABhY3NwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAABUAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAMZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADZWUDggMAAAAHABAJ0BKhAACAACwEwloAJ0AUAAAP7wyz/+j7/+tv/9aH+tv623/20PTf/+tBNAAA==");

    public static byte[] Gif => Convert.FromBase64String("R0lGODlhAQABAIAAAP8AAAAAACH/C05FVFNDQVBFMi4wAwEAAAAh/gVoZWxsbwAsAAAAAAEAAQAAAgJEAQA7");

    public static byte[] Pdf => [.. "%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"u8];

    public static byte[] Amr => [.. "#!AMR\n"u8, 0x3C, 0, 0, 0];

    /// <summary>Two silent frames of 128 kbit/s at 44.1 kHz.</summary>
    public static byte[] Mp3 => [.. Mp3Frame, .. Mp3Frame];

    /// <summary>A recording of no samples whose "udta" box tells a place.</summary>
    public static byte[] M4a(string handler = "soun") =>
    [
        .. Box("ftyp", "M4A \0\0\0\0"u8),
        .. Box("moov", [.. Box("trak", Box("mdia", Box("hdlr", [0, 0, 0, 0, 0, 0, 0, 0, .. Encoding.ASCII.GetBytes(handler), 0]))), .. Box("udta", "+39.9042+116.4074/"u8)]),
        .. Box("mdat", "sound"u8),
    ];

    public static byte[] Wav => [.. "RIFF"u8, 58, 0, 0, 0, .. "WAVEfmt "u8, 16, 0, 0, 0, .. new byte[16], .. "LIST"u8, 6, 0, 0, 0, .. "artist"u8, .. "data"u8, 2, 0, 0, 0, 1, 2];

    /// <summary>A zip with these parts.</summary>
    public static byte[] Zip(params (string Name, string Text)[] parts)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return bytes.ToArray();
    }

    public static byte[] Docx(params (string Name, string Text)[] more) =>
        Zip([("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<w:document/>"), .. more]);

    public static byte[] Xlsx => Zip(("[Content_Types].xml", "<Types/>"), ("xl/workbook.xml", "<workbook/>"));

    /// <summary>The Exif block of a phone: turned by 90°, with a GPS position and the maker's name.</summary>
    public static byte[] Exif => [.. "MM\0*\0\0\0\x08"u8, 0, 2, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 38, 0, 0, 0, 0, .. "GPS 39.9042 116.4074 SecretPhone"u8];

    /// <summary>A JPEG as a phone makes it: Exif, XMP, a comment, and a second picture after the end.</summary>
    public static byte[] PhoneJpeg =>
    [
        .. Jpeg.AsSpan(0, 20),
        .. Segment(0xE1, [.. "Exif\0\0"u8, .. Exif]),
        .. Segment(0xE1, "http://ns.adobe.com/xap/1.0/\0<SecretXmp/>"u8),
        .. Segment(0xED, "Photoshop 3.0\0SecretIptc"u8),
        .. Segment(0xFE, "SecretComment"u8),
        .. Jpeg.AsSpan(20),
        .. "SecretTrailer<script>"u8,
    ];

    public static byte[] PhonePng => [.. Png.AsSpan(0, 33), .. PngChunk("tEXt", "Author\0SecretName"u8), .. PngChunk("eXIf", Exif), .. Png.AsSpan(33), .. "SecretTrailer"u8];

    public static byte[] PhoneWebp
    {
        get
        {
            byte[] file = [.. Webp, .. WebpChunk("EXIF", Exif), .. WebpChunk("XMP ", "<SecretXmp/>"u8)];
            BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(4), file.Length - 8);
            file[20] |= 0x0C;
            return file;
        }
    }

    private static byte[] Mp3Frame => [0xFF, 0xFB, 0x90, 0x00, .. new byte[413]];

    private static byte[] Segment(byte marker, ReadOnlySpan<byte> body) => [0xFF, marker, (byte)((body.Length + 2) >> 8), (byte)(body.Length + 2), .. body];

    private static byte[] PngChunk(string type, ReadOnlySpan<byte> body)
    {
        byte[] signed = [.. Encoding.ASCII.GetBytes(type), .. body];
        var number = new byte[8];
        BinaryPrimitives.WriteInt32BigEndian(number, body.Length);
        BinaryPrimitives.WriteUInt32BigEndian(number.AsSpan(4), Crc32.Of(signed));
        return [.. number.AsSpan(0, 4), .. signed, .. number.AsSpan(4)];
    }

    private static byte[] WebpChunk(string type, ReadOnlySpan<byte> body)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, body.Length);
        return [.. Encoding.ASCII.GetBytes(type), .. length, .. body, .. body.Length % 2 == 1 ? [0] : Array.Empty<byte>()];
    }

    private static byte[] Box(string type, ReadOnlySpan<byte> body)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, body.Length + 8);
        return [.. length, .. Encoding.ASCII.GetBytes(type), .. body];
    }
}

using System.Buffers.Binary;

namespace UnionHall.Platform.Files.Content;

/// <summary>
/// Copies a JPEG (ITU-T T.81) segment by segment, leaving out everything that is not the picture: Exif with its GPS
/// position and thumbnail, XMP, IPTC, comments, maker data, and whatever follows the end marker.
/// Colour profiles and the orientation stay.
/// </summary>
internal static class JpegContent
{
    private const byte Start = 0xD8;
    private const byte End = 0xD9;
    private const byte Scan = 0xDA;
    private const byte App0 = 0xE0;
    private const byte Comment = 0xFE;

    public static void Clean(ReadOnlySpan<byte> picture, Stream clean)
    {
        var reader = new ByteReader(picture);
        var (sized, scanned, turned) = (false, false, false);
        clean.Write(reader.Take(2));
        while (true)
        {
            var marker = Marker(ref reader);
            if (marker == End)
            {
                clean.Write([0xFF, End]);
                if (!sized || !scanned)
                {
                    throw RefusedContentException.Broken();
                }

                return;
            }

            if (marker is Start or 0x01 or (>= 0xD0 and <= 0xD7))
            {
                throw RefusedContentException.Broken();
            }

            var body = reader.Take(reader.U16() - 2);
            sized |= IsFrame(marker) && Measure(body);
            if (!turned && marker == App0 + 1 && body.StartsWith("Exif\0\0"u8))
            {
                turned = true;
                WriteOrientation(body[6..], clean);
            }
            else if (IsPicture(marker, body))
            {
                WriteSegment(marker, body, clean);
            }

            if (marker == Scan)
            {
                scanned = true;
                clean.Write(ScanData(ref reader));
            }
        }
    }

    private static byte Marker(ref ByteReader reader)
    {
        if (reader.Byte() != 0xFF)
        {
            throw RefusedContentException.Broken();
        }

        byte marker;
        do
        {
            marker = reader.Byte();
        }
        while (marker == 0xFF);
        return marker == 0 ? throw RefusedContentException.Broken() : marker;
    }

    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    private static bool Measure(ReadOnlySpan<byte> frame)
    {
        if (frame.Length < 6)
        {
            throw RefusedContentException.Broken();
        }

        PixelLimit.Check(BinaryPrimitives.ReadUInt16BigEndian(frame[3..]), BinaryPrimitives.ReadUInt16BigEndian(frame[1..]));
        return true;
    }

    /// <summary>JFIF, the colour profile and Adobe's colour transform are needed to show the picture; other APPn and comments are not.</summary>
    private static bool IsPicture(byte marker, ReadOnlySpan<byte> body) => marker switch
    {
        App0 => body.StartsWith("JFIF\0"u8),
        App0 + 2 => body.StartsWith("ICC_PROFILE\0"u8),
        App0 + 14 => body.StartsWith("Adobe"u8),
        > App0 and <= App0 + 15 => false,
        Comment => false,
        _ => true,
    };

    private static void WriteOrientation(ReadOnlySpan<byte> tiff, Stream clean)
    {
        if (Orientation.Only(tiff) is { } only)
        {
            WriteSegment(App0 + 1, [.. "Exif\0\0"u8, .. only], clean);
        }
    }

    private static void WriteSegment(byte marker, ReadOnlySpan<byte> body, Stream clean)
    {
        Span<byte> head = [0xFF, marker, 0, 0];
        BinaryPrimitives.WriteUInt16BigEndian(head[2..], (ushort)(body.Length + 2));
        clean.Write(head);
        clean.Write(body);
    }

    /// <summary>The compressed data up to the next marker; stuffed zeros and restart markers belong to it.</summary>
    private static ReadOnlySpan<byte> ScanData(ref ByteReader reader)
    {
        var rest = reader.Rest;
        for (var place = 0; place + 1 < rest.Length; place++)
        {
            var next = rest[place..].IndexOf((byte)0xFF);
            if (next < 0 || place + next + 1 >= rest.Length)
            {
                break;
            }

            place += next;
            if (rest[place + 1] is not (0 or 0xFF or (>= 0xD0 and <= 0xD7)))
            {
                return reader.Take(place);
            }
        }

        throw RefusedContentException.Broken();
    }
}

namespace UnionHall.Messaging.Mime;

/// <summary>Undoes the transfer encoding of a part, passing over whatever does not belong in it.</summary>
internal static class TransferEncoding
{
    public static ReadOnlyMemory<byte> Decode(ReadOnlyMemory<byte> bytes, string? name, MailWarnings warnings)
    {
        var plain = string.Concat((name ?? string.Empty).Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
        switch (plain)
        {
            case "base64":
                return Base64(bytes.Span, warnings);
            case "quotedprintable":
                return QuotedPrintable(bytes.Span);
            case "xuuencode" or "uuencode" or "xuue" or "uue":
                return UuText.Read(bytes.Span) is { } file ? file.Content : bytes;
            case "" or "7bit" or "8bit" or "binary" or "7bits" or "8bits" or "none":
                return bytes;
            default:
                warnings.Add("不认识的传输编码，按原样读。");
                return bytes;
        }
    }

    public static byte[] Base64(ReadOnlySpan<byte> text, MailWarnings? warnings = null)
    {
        var bytes = new byte[(text.Length / 4 * 3) + 3];
        var (length, held, bits) = (0, 0, 0);
        foreach (var letter in text)
        {
            var value = Base64Value(letter);
            if (letter == '=')
            {
                // The end, or the seam where two encoded texts were put together.
                (held, bits) = (0, 0);
            }
            else if (value >= 0)
            {
                held = ((held << 6) | value) & 0xFFFFFF;
                bits += 6;
                if (bits >= 8)
                {
                    bits -= 8;
                    bytes[length++] = (byte)(held >> bits);
                }
            }
            else if (letter is not ((byte)'\r' or (byte)'\n' or (byte)' ' or (byte)'\t'))
            {
                warnings?.Add("base64 里夹有杂字，已经略过。");
            }
        }

        return bytes[..length];
    }

    public static byte[] QuotedPrintable(ReadOnlySpan<byte> text)
    {
        var bytes = new byte[text.Length];
        var length = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] != '=')
            {
                bytes[length++] = text[at];
            }
            else if (at + 2 < text.Length && HexValue(text[at + 1]) is >= 0 and var high && HexValue(text[at + 2]) is >= 0 and var low)
            {
                bytes[length++] = (byte)((high << 4) | low);
                at += 2;
            }
            else if (SoftBreak(text[(at + 1)..]) is > 0 and var skip)
            {
                at += skip;
            }
            else
            {
                bytes[length++] = text[at];
            }
        }

        return bytes[..length];
    }

    public static int HexValue(int letter) => letter switch
    {
        >= '0' and <= '9' => letter - '0',
        >= 'A' and <= 'F' => letter - 'A' + 10,
        >= 'a' and <= 'f' => letter - 'a' + 10,
        _ => -1,
    };

    /// <summary>How long the white space and line break after a = are; 0 where it is no soft break.</summary>
    private static int SoftBreak(ReadOnlySpan<byte> rest)
    {
        var at = 0;
        while (at < rest.Length && at < 200 && rest[at] is (byte)' ' or (byte)'\t')
        {
            at++;
        }

        return rest[at..] switch
        {
            [] => Math.Max(at, 1),
            [(byte)'\r', (byte)'\n', ..] => at + 2,
            [(byte)'\n' or (byte)'\r', ..] => at + 1,
            _ => 0,
        };
    }

    private static int Base64Value(byte letter) => letter switch
    {
        >= (byte)'A' and <= (byte)'Z' => letter - 'A',
        >= (byte)'a' and <= (byte)'z' => letter - 'a' + 26,
        >= (byte)'0' and <= (byte)'9' => letter - '0' + 52,
        (byte)'+' or (byte)'-' => 62,
        (byte)'/' or (byte)'_' => 63,
        _ => -1,
    };
}

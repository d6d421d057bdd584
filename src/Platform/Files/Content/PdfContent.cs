namespace UnionHall.Platform.Files.Content;

/// <summary>
/// A PDF is taken with its author blanked out in place, so that no offset moves; one without its end was cut off on the way. A signed one
/// stays as it is, or its signature would break. What stands in packed objects cannot be blanked without writing the file anew.
/// </summary>
internal static class PdfContent
{
    private const int TailLength = 4096;

    public static void Copy(ReadOnlySpan<byte> document, Stream copy)
    {
        if (document[^Math.Min(TailLength, document.Length)..].LastIndexOf("%%EOF"u8) < 0)
        {
            throw RefusedContentException.Broken();
        }

        var clean = document.ToArray();
        if (document.IndexOf("/ByteRange"u8) < 0)
        {
            BlankStrings(clean, "/Author"u8);
            BlankStrings(clean, "/Company"u8);
            BlankStrings(clean, "/Manager"u8);
            BlankStrings(clean, "/LastModifiedBy"u8);
            BlankMetadata(clean);
        }

        copy.Write(clean);
    }

    /// <summary>The string after each such key: (Wang (Dali)) or &lt;FEFF738B&gt;.</summary>
    private static void BlankStrings(Span<byte> document, ReadOnlySpan<byte> key)
    {
        for (var at = document.IndexOf(key); at >= 0; at = Next(document, at + key.Length, key))
        {
            var start = at + key.Length;
            while (start < document.Length && document[start] is (byte)' ' or (byte)'\r' or (byte)'\n' or (byte)'\t')
            {
                start++;
            }

            var rest = start < document.Length ? document[start..] : [];
            var end = rest is [(byte)'(', ..] ? EndOfText(rest) : rest is [(byte)'<', not (byte)'<', ..] ? rest.IndexOf((byte)'>') : -1;
            if (end > 1)
            {
                rest[1..end].Fill((byte)' ');
            }
        }
    }

    private static void BlankMetadata(Span<byte> document)
    {
        for (var at = document.IndexOf("<x:xmpmeta"u8); at >= 0; at = Next(document, at, "<x:xmpmeta"u8))
        {
            var end = document[at..].IndexOf("</x:xmpmeta>"u8);
            document.Slice(at, end < 0 ? "<x:xmpmeta"u8.Length : end + "</x:xmpmeta>"u8.Length).Fill((byte)' ');
        }
    }

    private static int Next(ReadOnlySpan<byte> document, int from, ReadOnlySpan<byte> key) => document[from..].IndexOf(key) is >= 0 and var found ? from + found : -1;

    /// <summary>Where the bracket closes that opens at 0; brackets nest, a backslash takes the next byte along.</summary>
    private static int EndOfText(ReadOnlySpan<byte> text)
    {
        var depth = 0;
        for (var at = 0; at < text.Length; at++)
        {
            switch (text[at])
            {
                case (byte)'\\': at++; break;
                case (byte)'(': depth++; break;
                case (byte)')' when --depth == 0: return at;
            }
        }

        return -1;
    }
}

namespace UnionHall.Platform.Files.Content;

/// <summary>A PDF is taken as it is; one without its end was cut off on the way.</summary>
internal static class PdfContent
{
    private const int TailLength = 4096;

    public static void Copy(ReadOnlySpan<byte> document, Stream copy)
    {
        if (document[^Math.Min(TailLength, document.Length)..].LastIndexOf("%%EOF"u8) < 0)
        {
            throw RefusedContentException.Broken();
        }

        copy.Write(document);
    }
}

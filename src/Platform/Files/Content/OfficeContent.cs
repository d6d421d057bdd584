using System.IO.Compression;

namespace UnionHall.Platform.Files.Content;

/// <summary>Takes a docx or xlsx as it is, if it is one: the right parts, no macros, no template fetched from elsewhere, no zip bomb.</summary>
internal static class OfficeContent
{
    private const string Types = "[Content_Types].xml";
    private const int PartsLimit = 10_000;
    private const long UnpackedLimit = 400L * 1024 * 1024;
    private const int TypesLimit = 1024 * 1024;
    private static readonly string[] MacroParts = ["vbaproject", "macrosheets/", "activex/", "vbadata"];

    public static void Document(ReadOnlySpan<byte> document, Stream copy) => Check(document, "word/document.xml", copy);

    public static void Sheet(ReadOnlySpan<byte> document, Stream copy) => Check(document, "xl/workbook.xml", copy);

    /// <summary>Which of the two it is: a zip names its parts in clear text.</summary>
    public static bool Names(ReadOnlySpan<byte> document, ReadOnlySpan<byte> part) =>
        document.StartsWith("PK\x03\x04"u8) && document.IndexOf(part) >= 0;

    private static void Check(ReadOnlySpan<byte> document, string mainPart, Stream copy)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(document.ToArray(), writable: false), ZipArchiveMode.Read);
            if (zip.GetEntry(Types) is null || zip.GetEntry(mainPart) is null)
            {
                throw FileKinds.Unknown(document);
            }

            if (zip.Entries.Count > PartsLimit || zip.Entries.Sum(entry => entry.Length) > UnpackedLimit)
            {
                throw new RefusedContentException("file-bomb", "这份文件展开后太大，不能传。请只留需要的部分再传。");
            }

            RefuseMacros(zip);
        }
        catch (InvalidDataException)
        {
            throw RefusedContentException.Broken();
        }

        copy.Write(document);
    }

    private static void RefuseMacros(ZipArchive zip)
    {
        var active = zip.Entries.Any(entry => MacroParts.Any(part => entry.FullName.Contains(part, StringComparison.OrdinalIgnoreCase)))
            || Text(zip, Types).Contains("macroEnabled", StringComparison.OrdinalIgnoreCase)
            || Text(zip, "word/_rels/settings.xml.rels") is var links
                && links.Contains("attachedTemplate", StringComparison.OrdinalIgnoreCase) && links.Contains("External", StringComparison.OrdinalIgnoreCase);
        if (active)
        {
            throw new RefusedContentException("file-macros", "这份文件里带有宏或会自动运行的内容，为了安全不能传。请另存为不带宏的 docx 或 xlsx，或导出成 PDF。");
        }
    }

    private static string Text(ZipArchive zip, string part)
    {
        if (zip.GetEntry(part) is not { } entry)
        {
            return "";
        }

        var text = new byte[TypesLimit];
        using var stream = entry.Open();
        var length = stream.ReadAtLeast(text, text.Length, throwOnEndOfStream: false);
        return System.Text.Encoding.UTF8.GetString(text, 0, length);
    }
}

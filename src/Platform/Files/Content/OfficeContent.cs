using System.IO.Compression;

namespace UnionHall.Platform.Files.Content;

/// <summary>
/// Takes a docx or xlsx, if it is one: the right parts, no macros, no template fetched from elsewhere, no zip bomb. Who wrote it, for what
/// company and how long does not come along.
/// </summary>
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
        using var content = new MemoryStream();
        content.Write(document);
        try
        {
            using var zip = new ZipArchive(content, ZipArchiveMode.Update, leaveOpen: true);
            if (zip.GetEntry(Types) is null || zip.GetEntry(mainPart) is null)
            {
                throw FileKinds.Unknown(document);
            }

            if (zip.Entries.Count > PartsLimit || zip.Entries.Sum(entry => entry.Length) > UnpackedLimit)
            {
                throw new RefusedContentException("file-bomb", "这份文件展开后太大，不能传。请只留需要的部分再传。");
            }

            RefuseMacros(zip);
            ForgetAuthor(zip);
        }
        catch (InvalidDataException)
        {
            throw RefusedContentException.Broken();
        }

        content.WriteTo(copy);
    }

    /// <summary>Each part of the properties stays, for the package names it, but says nothing.</summary>
    private static void ForgetAuthor(ZipArchive zip)
    {
        foreach (var part in zip.Entries.Where(entry => entry.FullName.StartsWith("docProps/", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            using var stream = part.Open();
            stream.SetLength(0);
            stream.Write(Empty(part.FullName));
        }
    }

    private static ReadOnlySpan<byte> Empty(string part) =>
        part.EndsWith("core.xml", StringComparison.OrdinalIgnoreCase) ? "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\"/>"u8
        : part.EndsWith("app.xml", StringComparison.OrdinalIgnoreCase) ? "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\"/>"u8
        : part.EndsWith("custom.xml", StringComparison.OrdinalIgnoreCase) ? "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties\"/>"u8
        : [];

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

namespace UnionHall.Platform.Files.Content;

/// <summary>The table of what is taken in, and the sentence for what is not.</summary>
internal static class FileKinds
{
    private const string Takes = "可以传照片（JPG、PNG、GIF、WebP）、PDF、Word（docx）、Excel（xlsx）、纯文本和录音（mp3、m4a、amr、wav）。";

    private static readonly FileKind[] Table =
    [
        new("image/jpeg", ".jpg", true, (content, _) => content.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]), JpegContent.Clean),
        new("image/png", ".png", true, (content, _) => content.StartsWith(PngContent.Signature), PngContent.Clean),
        new("image/gif", ".gif", true, (content, _) => content.StartsWith("GIF89a"u8) || content.StartsWith("GIF87a"u8), GifContent.Clean),
        new("image/webp", ".webp", true, (content, _) => WebpContent.Looks(content), WebpContent.Clean),
        new("application/pdf", ".pdf", false, (content, _) => content.StartsWith("%PDF-"u8), PdfContent.Copy),
        new("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx", false,
            (content, _) => OfficeContent.Names(content, "word/document.xml"u8), OfficeContent.Document),
        new("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx", false,
            (content, _) => OfficeContent.Names(content, "xl/workbook.xml"u8), OfficeContent.Sheet),
        new("audio/amr", ".amr", false, (content, _) => content.StartsWith("#!AMR"u8), (content, copy) => copy.Write(content)),
        new("audio/wav", ".wav", false, (content, _) => WavContent.Looks(content), WavContent.Clean),
        new("audio/mp4", ".m4a", false, (content, _) => Mp4Content.Looks(content) && !Mp4Content.IsHeic(content), Mp4Content.Clean),
        new("audio/mpeg", ".mp3", false, (content, _) => Mp3Content.Looks(content), Mp3Content.Clean),
        new("text/plain", ".txt", false, (_, name) => name.EndsWith(".txt", StringComparison.OrdinalIgnoreCase), TextContent.Copy),
    ];

    /// <summary>What the content is.</summary>
    /// <exception cref="RefusedContentException">Nothing that is taken in.</exception>
    public static FileKind Of(ReadOnlySpan<byte> content, string name)
    {
        foreach (var kind in Table)
        {
            if (kind.Looks(content, name))
            {
                return kind;
            }
        }

        throw Unknown(content);
    }

    public static string? ExtensionOf(string mediaType) => Array.Find(Table, kind => kind.MediaType == mediaType)?.Extension;

    public static bool IsPhoto(string mediaType) => Array.Exists(Table, kind => kind.IsPhoto && kind.MediaType == mediaType);

    public static RefusedContentException Unknown(ReadOnlySpan<byte> content) => new("file-kind", Reason(content) + Takes);

    private static string Reason(ReadOnlySpan<byte> content)
    {
        if (Mp4Content.IsHeic(content))
        {
            return "这张照片是 HEIC 格式，很多电脑打不开。请在手机上截屏，或另存为 JPG 再传。";
        }

        if (content.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
        {
            return "这是旧版或加了密码的 Office 文件。请去掉密码，另存为 docx、xlsx 或 PDF 再传。";
        }

        if (content.StartsWith("PK"u8) || content.StartsWith("Rar!"u8) || content.StartsWith("7z"u8) || content.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]))
        {
            return "压缩包不能传，请解压后一份一份地传。";
        }

        if (content.StartsWith("MZ"u8) || content.StartsWith("\x7F"u8 + "ELF"u8) || content.StartsWith("#!"u8))
        {
            return "这是一个程序，不能传。";
        }

        return TextContent.LooksLikeMarkup(content) ? "这是一个网页或带代码的图形，不能传。" : "这种文件不能传。";
    }
}

using System.Globalization;
using System.Text;

namespace UnionHall.Platform.Files.Content;

/// <summary>A name as people gave it, made harmless: no folders, no control or direction marks, not too long.</summary>
internal static class FileName
{
    private const int Limit = 120;

    /// <summary>The name to store.</summary>
    public static string Clean(string? given, string extension)
    {
        var last = (given ?? "").Split('/', '\\')[^1];
        var name = new StringBuilder(last.Length);
        foreach (var rune in last.EnumerateRunes().Where(IsVisible))
        {
            name.Append(rune.ToString());
        }

        var clean = Shorten(name.ToString().Normalize(NormalizationForm.FormC).Trim(' ', '.', '\u3000'), extension);
        return clean.Length == 0 ? "文件" + extension : clean;
    }

    /// <summary>The name to save under: its ending tells what the content really is.</summary>
    public static string ForDownload(string stored, string mediaType)
    {
        var extension = FileKinds.ExtensionOf(mediaType) ?? "";
        var alike = extension == ".jpg" && stored.EndsWith(".jpeg", StringComparison.OrdinalIgnoreCase);
        return alike || stored.EndsWith(extension, StringComparison.OrdinalIgnoreCase) ? stored : stored + extension;
    }

    private static bool IsVisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate)
        && rune.Value is not (0xFFFD or '"' or '<' or '>' or ':' or '|' or '?' or '*');

    private static string Shorten(string name, string extension)
    {
        if (name.Length <= Limit)
        {
            return name;
        }

        var end = name.EndsWith(extension, StringComparison.OrdinalIgnoreCase) ? extension : "";
        var cut = Limit - end.Length;
        return name[..(char.IsHighSurrogate(name[cut - 1]) ? cut - 1 : cut)] + end;
    }
}

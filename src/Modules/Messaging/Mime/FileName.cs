namespace UnionHall.Messaging.Mime;

/// <summary>The name of an attached file: disposition first, then type, then location; never a path.</summary>
internal static class FileName
{
    private const int Longest = 200;

    public static string? Of(HeaderList headers, ContentType type) =>
        Clean(headers.Value("Content-Disposition") is { } disposition ? ParameterList.Read(disposition).GetValueOrDefault("filename") : null)
        ?? Clean(type.Parameters.GetValueOrDefault("name"))
        ?? Clean(type.Parameters.GetValueOrDefault("filename"))
        ?? Clean(headers.Value("Content-Location") is { } place && place.Contains('.', StringComparison.Ordinal) && !place.Contains(':', StringComparison.Ordinal) ? place : null);

    private static string? Clean(string? name)
    {
        if (name is null)
        {
            return null;
        }

        var text = CleanText.OneLine(EncodedWords.Decode(name));
        text = text[(text.LastIndexOfAny(['/', '\\']) + 1)..].Trim().Trim('"').Trim();
        // The ending matters most, so a long name loses its middle.
        text = text.Length > Longest ? text[..(Longest - 20)] + "…" + text[^19..] : text;
        return text.Length == 0 || text is "." or ".." ? null : CleanText.OneLine(text);
    }
}

using System.Text;

namespace UnionHall.Messaging.Mime;

/// <summary>The headers of a message or part, in order. Values are kept as bytes one per char until somebody asks.</summary>
internal sealed class HeaderList(IReadOnlyList<(string Name, string Raw)> headers)
{
    private string? charset;

    public int Count => headers.Count;

    public bool Has(string name) => Raw(name) is not null;

    /// <summary>The first of this name, unfolded, with 8-bit letters made readable; encoded words stand as they are.</summary>
    public string? Value(string name) => Raw(name) is { } raw ? Readable(raw) : null;

    public IEnumerable<string> Values(string name) =>
        headers.Where(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(header => Readable(header.Raw));

    /// <summary>The first of this name as a person reads it.</summary>
    public string? Text(string name) => Value(name) is { } value ? CleanText.OneLine(EncodedWords.Decode(value)) : null;

    public ContentType ContentType(bool inDigest) =>
        Values("Content-Type").Select(Mime.ContentType.Read).OfType<ContentType>().OrderByDescending(type => type.IsMultipart && type.Boundary is not null).FirstOrDefault()
        ?? (inDigest ? Mime.ContentType.Letter : Mime.ContentType.Plain);

    private string? Raw(string name)
    {
        foreach (var header in headers)
        {
            if (header.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return header.Raw;
            }
        }

        return null;
    }

    private string Readable(string raw)
    {
        if (!raw.AsSpan().ContainsAnyInRange('\u0080', '\u00FF') && !raw.Contains('\u001b', StringComparison.Ordinal))
        {
            return raw;
        }

        charset ??= Raw("Content-Type") is { } type ? ParameterList.Read(type).GetValueOrDefault("charset") ?? string.Empty : string.Empty;
        return Charsets.Decode(Encoding.Latin1.GetBytes(raw), charset.Length == 0 ? null : charset);
    }
}

namespace UnionHall.Messaging.Mime;

/// <summary>A piece of a message: a text, a file, a letter within the letter, or a box of further pieces.</summary>
internal sealed class MimePart(HeaderList headers, ContentType type, ReadOnlyMemory<byte> body)
{
    public HeaderList Headers => headers;

    public ContentType Type => type;

    public ReadOnlyMemory<byte> Body => body;

    /// <summary>The pieces of a box, or the one letter within.</summary>
    public IReadOnlyList<MimePart> Children { get; init; } = [];

    public string? Disposition { get; } = headers.Value("Content-Disposition") is { } value && value.Split(';')[0].Trim().ToLowerInvariant() is { Length: > 0 } word ? word : null;

    /// <summary>The file name it gives, from wherever it gives one.</summary>
    public string? Name { get; } = FileName.Of(headers, type);

    public ReadOnlyMemory<byte> Decode(MailWarnings warnings) => TransferEncoding.Decode(body, headers.Value("Content-Transfer-Encoding"), warnings);
}

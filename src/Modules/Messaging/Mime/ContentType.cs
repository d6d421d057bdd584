namespace UnionHall.Messaging.Mime;

/// <summary>What a part is, e.g. text/plain; charset=gbk. Always lower case.</summary>
internal sealed record ContentType(string Name, IReadOnlyDictionary<string, string> Parameters)
{
    public static ContentType Plain { get; } = new("text/plain", new Dictionary<string, string>());

    public static ContentType Letter { get; } = Plain with { Name = "message/rfc822" };

    public bool IsMultipart => Name.StartsWith("multipart/", StringComparison.Ordinal);

    public bool IsText => Name.StartsWith("text/", StringComparison.Ordinal);

    public bool IsLetter => Name is "message/rfc822" or "message/global" or "message/news";

    public string? Boundary => Parameters.GetValueOrDefault("boundary")?.TrimEnd() is { Length: > 0 } boundary ? boundary : null;

    public string? Charset => Parameters.GetValueOrDefault("charset");

    /// <summary>The type a header names, or null where it names none.</summary>
    public static ContentType? Read(string header)
    {
        var end = header.IndexOfAny([';', ' ', '\t', '(']);
        var name = (end < 0 ? header : header[..end]).Trim().Trim('"').ToLowerInvariant();
        var parameters = ParameterList.Read(header);
        if (name is "text" or "")
        {
            return Plain with { Parameters = parameters };
        }

        var slash = name.IndexOf('/', StringComparison.Ordinal);
        var isType = slash > 0 && slash < name.Length - 1 && name.Length <= 100 && !name.AsSpan().ContainsAnyExceptInRange('!', '~');
        return isType ? new ContentType(name, parameters)
            : parameters.ContainsKey("name") ? new ContentType("application/octet-stream", parameters)
            : null;
    }
}

namespace UnionHall.Messaging.Quotes;

/// <summary>What the markup says of a line; a plain text says nothing.</summary>
internal enum LineMark
{
    None,
    Quote,

    /// <summary>From here to the end is history.</summary>
    Tail,
    Signature,
}

/// <summary>A line of a letter.</summary>
internal readonly record struct BodyLine(string Text, LineMark Mark)
{
    public bool IsBlank => string.IsNullOrWhiteSpace(Text);

    public bool IsQuoted => Mark is LineMark.Quote or LineMark.Tail || Text.AsSpan().TrimStart().StartsWith(">");

    public static IEnumerable<BodyLine> Split(string text) => text.Split('\n').Select(line => new BodyLine(line.TrimEnd(), LineMark.None));
}

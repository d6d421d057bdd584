using UnionHall.Messaging.Html;
using UnionHall.Messaging.Quotes;

namespace UnionHall.Messaging.Mime;

/// <summary>One stretch of a letter's body, as text, as HTML, or as both.</summary>
internal sealed record BodyPiece(string? Plain, string? Html)
{
    public bool HasWords => !string.IsNullOrWhiteSpace(Plain) || !string.IsNullOrWhiteSpace(Html);

    public IEnumerable<BodyLine> Lines() => string.IsNullOrWhiteSpace(Plain) && Html is not null ? HtmlLines.Read(Html) : BodyLine.Split(Plain ?? string.Empty);

    public string Safe() => Html is null ? SafeHtml.FromText(Plain ?? string.Empty) : SafeHtml.Clean(Html);
}

namespace UnionHall.Messaging.Quotes;

/// <summary>A letter's own words, and what was folded away of it; null when nothing was.</summary>
internal sealed record FoldedText(string Own, string? Quoted);

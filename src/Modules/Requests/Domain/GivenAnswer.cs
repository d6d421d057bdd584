namespace UnionHall.Requests.Domain;

/// <summary>An answer to an extra question as it is stored: the question as it was asked then, and what was said.</summary>
internal sealed record GivenAnswer(string Label, string Value);

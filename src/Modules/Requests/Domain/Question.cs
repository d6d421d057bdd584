namespace UnionHall.Requests.Domain;

/// <summary>An extra question of a service.</summary>
/// <param name="Kind">text, choice, date, amount, count or file.</param>
internal sealed record Question(string Key, string Label, string? Hint, string Kind, bool Required, string[]? Options);

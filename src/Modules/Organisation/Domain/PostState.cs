namespace UnionHall.Organisation.Domain;

/// <summary>What an import may change of a post, as it is kept to be put back.</summary>
internal sealed record PostState(string? Title, DateOnly FromOn, DateOnly? ToOn);

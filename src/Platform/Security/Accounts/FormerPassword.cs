namespace UnionHall.Platform.Security.Accounts;

/// <summary>The hash of a password once used.</summary>
internal sealed class FormerPassword
{
    public Guid Id { get; init; }

    public AccountId Account { get; init; }

    public required string Hash { get; init; }

    public DateTimeOffset ChangedAt { get; init; }
}

using UnionHall.Platform.Data;

namespace UnionHall.Organisation;

/// <summary>A program may work for a post, once its holder has collected the key.</summary>
public sealed record ApiKeyMade(ApiKeyId ApiKey, PostId Post, IReadOnlyList<string> Scopes, DateOnly To) : IDomainEvent
{
    public Subject Subject => new("api-key", ApiKey.Value);
}

/// <summary>The holder of the post collected the key; it was shown to him once.</summary>
public sealed record ApiKeyCollected(ApiKeyId ApiKey, PostId Post) : IDomainEvent
{
    public Subject Subject => new("api-key", ApiKey.Value);
}

/// <summary>A key works no more.</summary>
public sealed record ApiKeyRevoked(ApiKeyId ApiKey, PostId Post) : IDomainEvent
{
    public Subject Subject => new("api-key", ApiKey.Value);
}

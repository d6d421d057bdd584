using UnionHall.Platform.Security;

namespace UnionHall.Organisation;

/// <summary>A program that works for a post: the holder of the post, with that post and no other.</summary>
/// <param name="Actor">Pass it to handlers and queries as any other.</param>
/// <param name="PerMinute">How often it may come.</param>
public sealed record ApiCaller(ApiKeyId Key, Actor Actor, IReadOnlySet<ApiScope> Scopes, int PerMinute)
{
    /// <summary>The unit of the post.</summary>
    public UnitId Unit => Actor.Grants[0].Unit;
}

/// <summary>Why a program was not let in.</summary>
public enum ApiRefusal
{
    /// <summary>It brought no key.</summary>
    Missing = 1,

    /// <summary>There is no such key, or it works no more.</summary>
    Unknown,

    /// <summary>The key does not allow this.</summary>
    OutOfScope,

    /// <summary>It comes too often.</summary>
    TooMany,
}

/// <summary>Who came, or why nobody was let in.</summary>
/// <param name="Wait">How long to wait, with <see cref="ApiRefusal.TooMany"/>.</param>
public sealed record ApiEntry(ApiCaller? Caller, ApiRefusal? Refusal = null, TimeSpan? Wait = null);

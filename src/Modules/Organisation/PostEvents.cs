using UnionHall.Platform.Data;
using UnionHall.Platform.Security;

namespace UnionHall.Organisation;

/// <summary>An account was given a role at a unit.</summary>
public sealed record PostGiven(PostId Post, AccountId Account, UnitId Unit, Role Role, bool WholeSubtree, DateOnly From, DateOnly? To) : IDomainEvent
{
    public Subject Subject => new("post", Post.Value);
}

/// <summary>The title or the end of a post was changed.</summary>
public sealed record PostChanged(PostId Post, AccountId Account, UnitId Unit, Role Role, DateOnly? To) : IDomainEvent
{
    public Subject Subject => new("post", Post.Value);
}

/// <summary>A post ends; <paramref name="To"/> is the first day it is no longer held.</summary>
public sealed record PostEnded(PostId Post, AccountId Account, UnitId Unit, Role Role, DateOnly To) : IDomainEvent
{
    public Subject Subject => new("post", Post.Value);
}

/// <summary>A post was lent to another account; <paramref name="To"/> is the first day it no longer is.</summary>
public sealed record PostDelegated(DelegationId Delegation, PostId Post, AccountId By, AccountId ToAccount, DateOnly From, DateOnly To) : IDomainEvent
{
    public Subject Subject => new("post", Post.Value);
}

/// <summary>A delegation was ended before its day.</summary>
public sealed record DelegationEnded(DelegationId Delegation, PostId Post, AccountId ToAccount, DateOnly To) : IDomainEvent
{
    public Subject Subject => new("post", Post.Value);
}

/// <summary>Someone leaves: all posts went to a successor, and open work at these units should follow.</summary>
/// <param name="Account">Who leaves.</param>
/// <param name="Successor">Who takes over.</param>
/// <param name="Units">Where the posts were held.</param>
/// <param name="From">The first day of the successor.</param>
public sealed record PostsHandedOver(AccountId Account, AccountId Successor, IReadOnlyList<UnitId> Units, DateOnly From) : ITakesEffect
{
    public Subject Subject => new("account", Account.Value);
}

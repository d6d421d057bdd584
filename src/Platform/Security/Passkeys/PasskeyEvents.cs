using UnionHall.Platform.Data;

namespace UnionHall.Platform.Security;

/// <summary>A passkey was added to an account.</summary>
public sealed record PasskeyAdded(AccountId Account) : IDomainEvent
{
    public Subject Subject => new("account", Account.Value);
}

/// <summary>A passkey was taken off an account.</summary>
public sealed record PasskeyRemoved(AccountId Account) : IDomainEvent
{
    public Subject Subject => new("account", Account.Value);
}

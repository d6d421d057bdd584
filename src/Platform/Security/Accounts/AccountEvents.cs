using UnionHall.Platform.Data;

namespace UnionHall.Platform.Security;

/// <summary>An account was made.</summary>
public sealed record AccountCreated(AccountId Account, AccountKind Kind) : IDomainEvent
{
    public Subject Subject => new("account", Account.Value);
}

/// <summary>The owner set a new password; his other sessions ended.</summary>
public sealed record PasswordChanged(AccountId Account) : IDomainEvent
{
    public Subject Subject => new("account", Account.Value);
}

/// <summary>Somebody else made a one-time password; all sessions ended.</summary>
public sealed record PasswordReset(AccountId Account) : IDomainEvent
{
    public Subject Subject => new("account", Account.Value);
}

/// <summary>The name of the account was changed.</summary>
public sealed record AccountRenamed(AccountId Account) : IDomainEvent
{
    public Subject Subject => new("account", Account.Value);
}

/// <summary>The mobile number by which a worker signs in was changed.</summary>
public sealed record AccountPhoneChanged(AccountId Account) : IDomainEvent
{
    public Subject Subject => new("account", Account.Value);
}

/// <summary>The account may not sign in any more; all sessions ended.</summary>
public sealed record AccountDisabled(AccountId Account) : IDomainEvent
{
    public Subject Subject => new("account", Account.Value);
}

/// <summary>The account may sign in again.</summary>
public sealed record AccountEnabled(AccountId Account) : IDomainEvent
{
    public Subject Subject => new("account", Account.Value);
}

/// <summary>A worker's account was given up for good: disabled, and its number is free again.</summary>
public sealed record AccountClosed(AccountId Account) : IDomainEvent
{
    public Subject Subject => new("account", Account.Value);
}

/// <summary>An administrator looked a worker's account up by its mobile number.</summary>
public sealed record WorkerLookedUp(AccountId Account) : IDomainEvent
{
    public Subject Subject => new("account", Account.Value);
}

/// <summary>A lock after failed attempts was taken off by an administrator.</summary>
public sealed record AccountUnlocked(AccountId Account) : IDomainEvent
{
    public Subject Subject => new("account", Account.Value);
}

/// <summary>The owner chose another look.</summary>
public sealed record PreferencesChanged(AccountId Account) : IDomainEvent
{
    public Subject Subject => new("account", Account.Value);
}

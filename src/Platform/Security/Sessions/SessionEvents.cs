using UnionHall.Platform.Data;

namespace UnionHall.Platform.Security;

/// <summary>By what someone signed in.</summary>
public enum SignInWay
{
    Password = 1,
    Passkey,
}

/// <summary>Why a session ended.</summary>
public enum SessionEnd
{
    /// <summary>He signed out.</summary>
    SignedOut = 1,

    /// <summary>He ended it from another device.</summary>
    EndedByOwner,

    /// <summary>An administrator ended it.</summary>
    EndedByAdministrator,

    /// <summary>The password or a passkey changed.</summary>
    CredentialsChanged,

    /// <summary>He signed in on more devices than one account may have.</summary>
    TooMany,

    /// <summary>The account was disabled.</summary>
    AccountDisabled,
}

/// <summary>Someone signed in.</summary>
public sealed record SignedIn(AccountId Account, Guid Session, SignInWay Way) : IDomainEvent
{
    public Subject Subject => new("account", Account.Value);
}

/// <summary>A session ended before its time.</summary>
public sealed record SessionEnded(AccountId Account, Guid Session, SessionEnd Reason) : IDomainEvent
{
    public Subject Subject => new("account", Account.Value);
}

/// <summary>A sign-in was refused: wrong-password, unknown-name, locked, disabled, expired-password or bad-passkey.</summary>
public sealed record SignInRefused(AccountId? Account, string Why) : IDomainEvent
{
    public Subject Subject => new("account", Account?.Value ?? Guid.Empty);
}

/// <summary>Too many failed attempts: the name typed is locked for a while.</summary>
public sealed record SignInLocked(AccountId? Account, DateTimeOffset Until) : IDomainEvent
{
    public Subject Subject => new("account", Account?.Value ?? Guid.Empty);
}

using UnionHall.Platform.Data;

namespace UnionHall.Platform.Security.Accounts;

/// <summary>Someone who can sign in. What he may do hangs on his posts, not on the account.</summary>
internal sealed class Account : IRaiseEvents
{
    private Account()
    {
    }

    public AccountId Id { get; private init; }

    public AccountKind Kind { get; private init; }

    /// <summary>Staff only, lower case.</summary>
    public string? UserName { get; private init; }

    /// <summary>Staff: the full name. Workers: surname and 师傅; the full name stands sealed in People.</summary>
    public string DisplayName { get; private set; } = "";

    /// <summary>Sealed by the vault for <see cref="AccountPhone.Purpose"/>.</summary>
    public byte[]? Phone { get; private set; }

    public byte[]? PhonePrint { get; private set; }

    public string? PasswordHash { get; private set; }

    public DateTimeOffset? PasswordChangedAt { get; private set; }

    /// <summary>True while the password is one somebody else has made.</summary>
    public bool MustChangePassword { get; private set; }

    /// <summary>Changes with every way to sign in that is added, changed or removed.</summary>
    public string SecurityStamp { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private init; }

    public DateTimeOffset? DisabledAt { get; private set; }

    /// <summary>Workers only: since when it is given up for good, disabled and without its number.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>How the owner wants the pages, as the cookie has it; given to a device that has no wish of its own.</summary>
    public string? Preferences { get; private set; }

    public EventList Events { get; } = new();

    public bool IsDisabled => DisabledAt is not null;

    public bool IsClosed => ClosedAt is not null;

    public static Account ForStaff(string userName, string name, DateTimeOffset now) =>
        Created(new Account { Id = NextId(now), Kind = AccountKind.Staff, UserName = userName, DisplayName = name, CreatedAt = now });

    public static Account ForWorker(SealedPhone phone, string name, DateTimeOffset now) => Created(new Account
    {
        Id = NextId(now),
        Kind = AccountKind.Worker,
        DisplayName = name,
        Phone = phone.Sealed,
        PhonePrint = phone.Print,
        CreatedAt = now,
    });

    /// <summary>Sets a password that keeps the policy.</summary>
    /// <param name="hash">Its hash.</param>
    /// <param name="byOwner">False when someone else made it: it serves once, and the owner must set his own.</param>
    public void SetPassword(string hash, bool byOwner, DateTimeOffset now)
    {
        var first = PasswordHash is null;
        PasswordHash = hash;
        PasswordChangedAt = now;
        MustChangePassword = !byOwner;
        Restamp();
        if (!first)
        {
            Events.Add(byOwner ? new PasswordChanged(Id) : new PasswordReset(Id));
        }
    }

    /// <summary>The same password under the present cost of hashing: nothing that anyone would want to know of.</summary>
    public void Rehash(string hash) => PasswordHash = hash;

    public void Rename(string name)
    {
        DisplayName = name;
        Events.Add(new AccountRenamed(Id));
    }

    /// <summary>Notes the number of a new account.</summary>
    public void KeepPhone(SealedPhone phone) => (Phone, PhonePrint) = (phone.Sealed, phone.Print);

    public void ChangePhone(SealedPhone phone)
    {
        KeepPhone(phone);
        Events.Add(new AccountPhoneChanged(Id));
    }

    public Result Disable(DateTimeOffset now)
    {
        if (IsDisabled)
        {
            return AccountRefusals.IsDisabled;
        }

        DisabledAt = now;
        Restamp();
        Events.Add(new AccountDisabled(Id));
        return Result.Done;
    }

    public Result Enable()
    {
        if (!IsDisabled || IsClosed)
        {
            return IsClosed ? AccountRefusals.IsClosed : AccountRefusals.IsInUse;
        }

        DisabledAt = null;
        Events.Add(new AccountEnabled(Id));
        return Result.Done;
    }

    /// <summary>注销: a worker's account ends for good, and its number is free to register anew.</summary>
    public Result Close(DateTimeOffset now)
    {
        if (Kind != AccountKind.Worker || IsClosed)
        {
            return IsClosed ? AccountRefusals.IsClosed : AccountRefusals.NotOfWorker;
        }

        DisabledAt ??= now;
        ClosedAt = now;
        (Phone, PhonePrint, PasswordHash) = (null, null, null);
        Restamp();
        Events.Add(new AccountClosed(Id));
        return Result.Done;
    }

    public void Prefer(string preferences)
    {
        Preferences = preferences;
        Events.Add(new PreferencesChanged(Id));
    }

    public void Restamp() => SecurityStamp = Guid.CreateVersion7().ToString("N");

    private static AccountId NextId(DateTimeOffset now) => new(SortableId.Next(now));

    private static Account Created(Account account)
    {
        account.Restamp();
        account.Events.Add(new AccountCreated(account.Id, account.Kind));
        return account;
    }
}

using UnionHall.Platform.Security.Accounts;
using UnionHall.Platform.Security.Sessions;
using UnionHall.Platform.Security.SignIn;
using UnionHall.Text;

namespace UnionHall.Platform.Security.ChangeAccount;

/// <summary>An account as its administrator sees it.</summary>
internal sealed class ChangeAccountQuery(AccountsInReach accounts, IAccountReach reach, SessionRegister sessions, SignInGuard guard, Vault vault)
{
    /// <summary>Null when there is none in reach.</summary>
    public async Task<AccountView?> ReadAsync(Actor actor, AccountId id, CancellationToken stop)
    {
        if (await accounts.FindAsync(actor, id, stop) is not { } account)
        {
            return null;
        }

        var open = account.IsDisabled ? [] : await sessions.OpenAsync(id, account.Kind, stop);
        return new AccountView(id, account.Kind, account.DisplayName, SignsInBy(account))
        {
            CreatedAt = account.CreatedAt,
            PasswordChangedAt = account.PasswordChangedAt,
            IsOneTime = account.MustChangePassword,
            DisabledAt = account.DisabledAt,
            ClosedAt = account.ClosedAt,
            LockedUntil = account.IsClosed ? null : await guard.LockedUntilAsync(account, stop),
            Posts = [.. (await reach.PostsOfAsync(actor, [id], stop))[id].Select(post => post.Words)],
            Sessions = [.. open.Select(session => new SessionView(session.Device, session.StartedAt, session.LastSeenAt))],
            WhyNot = (await accounts.WhyNotAsync(actor, account, stop))?.Sentence,
        };
    }

    private string SignsInBy(Account account) =>
        account.UserName ?? (account.Phone is { } phone ? Masking.Mobile(vault.Open(phone, AccountPhone.Purpose)) : "手机号已经放开");
}

internal sealed record AccountView(AccountId Id, AccountKind Kind, string Name, string SignsInBy)
{
    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? PasswordChangedAt { get; init; }

    public bool IsOneTime { get; init; }

    public DateTimeOffset? DisabledAt { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    public DateTimeOffset? LockedUntil { get; init; }

    public IReadOnlyList<string> Posts { get; init; } = [];

    public IReadOnlyList<SessionView> Sessions { get; init; } = [];

    /// <summary>Why the reader may change nothing here, or null.</summary>
    public string? WhyNot { get; init; }
}

internal sealed record SessionView(string Device, DateTimeOffset StartedAt, DateTimeOffset LastSeenAt);

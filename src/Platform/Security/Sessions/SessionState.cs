using Microsoft.AspNetCore.Http;

namespace UnionHall.Platform.Security.Sessions;

/// <summary>What every request needs to know of its session and account; a feature of the request once it is known good.</summary>
internal sealed record SessionState
{
    public required Guid Id { get; init; }

    public required AccountId Account { get; init; }

    public required AccountKind Kind { get; init; }

    public required string Name { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required DateTimeOffset LastSeenAt { get; init; }

    public required bool MustChangePassword { get; init; }

    public required DateTimeOffset? PasswordChangedAt { get; init; }

    /// <summary>The session of a page that only those who are signed in can open.</summary>
    public static SessionState Of(HttpContext http) => http.Features.Get<SessionState>() ?? throw new InvalidOperationException("Nobody is signed in.");

    public bool IsOver(SignInOptions rules, DateTimeOffset now) =>
        now - LastSeenAt >= rules.IdleOf(Kind) || now - StartedAt >= rules.LongestOf(Kind);

    /// <summary>True when nothing may be done before a new password is set.</summary>
    public bool IsPasswordDue(SignInOptions rules, DateTimeOffset now) =>
        MustChangePassword
        || (Kind == AccountKind.Staff && rules.PasswordDays > 0 && PasswordChangedAt is { } changed && now - changed >= TimeSpan.FromDays(rules.PasswordDays));
}

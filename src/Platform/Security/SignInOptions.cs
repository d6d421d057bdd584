using System.ComponentModel.DataAnnotations;

namespace UnionHall.Platform.Security;

/// <summary>
/// The rules of signing in (configuration section SignIn). The defaults are the common practice of GB/T 22239
/// level 2: see docs/security.md.
/// </summary>
public sealed record SignInOptions
{
    /// <summary>Failed attempts under one name before it is locked.</summary>
    [Range(3, 20)]
    public int FailuresBeforeLock { get; set; } = 5;

    [Range(1, 1440)]
    public int LockMinutes { get; set; } = 30;

    /// <summary>A staff session ends when nothing was asked of it for so long.</summary>
    [Range(5, 1440)]
    public int StaffIdleMinutes { get; set; } = 30;

    /// <summary>A staff session ends after so long, used or not.</summary>
    [Range(1, 168)]
    public int StaffHours { get; set; } = 12;

    [Range(1, 365)]
    public int WorkerDays { get; set; } = 30;

    /// <summary>Sessions one staff account may have at a time; the oldest makes room.</summary>
    [Range(1, 100)]
    public int StaffSessions { get; set; } = 5;

    /// <summary>After so many days staff must set a new password; 0 means never.</summary>
    [Range(0, 3650)]
    public int PasswordDays { get; set; } = 90;

    /// <summary>How many earlier passwords must not come back.</summary>
    [Range(0, 24)]
    public int PasswordHistory { get; set; } = 5;

    /// <summary>How long a one-time password made by an administrator can be used.</summary>
    [Range(1, 90)]
    public int OneTimePasswordDays { get; set; } = 7;

    /// <summary>Rounds of PBKDF2 with HMAC-SHA-512; 210,000 is the advice of OWASP (2023).</summary>
    [Range(1000, 10_000_000)]
    public int HashRounds { get; set; } = 210_000;

    internal TimeSpan LockTime => TimeSpan.FromMinutes(LockMinutes);

    internal TimeSpan LongestOf(AccountKind kind) => kind == AccountKind.Staff ? TimeSpan.FromHours(StaffHours) : TimeSpan.FromDays(WorkerDays);

    internal TimeSpan IdleOf(AccountKind kind) => kind == AccountKind.Staff ? TimeSpan.FromMinutes(StaffIdleMinutes) : TimeSpan.FromDays(WorkerDays);
}

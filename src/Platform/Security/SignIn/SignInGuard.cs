using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using UnionHall.Platform.Data;
using UnionHall.Platform.Security.Accounts;

namespace UnionHall.Platform.Security.SignIn;

/// <summary>
/// Counts attempts before the password is looked at, in one statement, so that many at once are no more guesses than
/// one after another; and under the name as typed, so that a lock tells nothing about who has an account.
/// </summary>
internal sealed class SignInGuard(AppDbContext db, Vault vault, IOptions<SignInOptions> options, TimeProvider clock)
{
    private const string Purpose = "sign-in-name";

    /// <summary>Counts one attempt under this name.</summary>
    public async Task<Attempt> TryAsync(string name, CancellationToken stop)
    {
        var (print, now, allowed) = (Print(name), clock.GetUtcNow(), options.Value.FailuresBeforeLock);
        var (until, stale) = (now + options.Value.LockTime, now - options.Value.LockTime);
        var rows = await db.Set<SignInAttempts>().FromSql($"""
            insert into sign_in_attempts as a (name_print, failures, last_at)
            values ({print}, 1, {now})
            on conflict (name_print) do update set
                failures = case when a.locked_until <= {now} or (a.locked_until is null and a.last_at <= {stale}) then 1 else a.failures + 1 end,
                locked_until = case
                    when a.locked_until <= {now} or (a.locked_until is null and a.last_at <= {stale}) then null
                    when a.locked_until is null and a.failures + 1 >= {allowed} then {until}
                    else a.locked_until end,
                last_at = {now}
            returning *
            """).AsNoTracking().ToListAsync(stop);
        return new Attempt(rows[0].Failures <= allowed, rows[0].Failures == allowed, rows[0].LockedUntil);
    }

    /// <summary>The attempt was good: nothing is held against the name any more.</summary>
    public async Task ClearAsync(string name, CancellationToken stop)
    {
        var print = Print(name);
        await db.Set<SignInAttempts>().Where(attempts => attempts.NamePrint == print).ExecuteDeleteAsync(stop);
    }

    public Task ClearAsync(Account account, CancellationToken stop) => ClearAsync(NameOf(account), stop);

    /// <summary>Until when the account is locked, or null.</summary>
    public async Task<DateTimeOffset?> LockedUntilAsync(Account account, CancellationToken stop)
    {
        var (print, now) = (Print(NameOf(account)), clock.GetUtcNow());
        return await db.Set<SignInAttempts>().Where(attempts => attempts.NamePrint == print && attempts.LockedUntil > now)
            .Select(attempts => attempts.LockedUntil).SingleOrDefaultAsync(stop);
    }

    /// <summary>Drops what is too old to matter.</summary>
    public Task SweepAsync(CancellationToken stop)
    {
        var old = clock.GetUtcNow() - options.Value.LockTime - TimeSpan.FromDays(1);
        return db.Set<SignInAttempts>().Where(attempts => attempts.LastAt < old).ExecuteDeleteAsync(stop);
    }

    private string NameOf(Account account) => account.UserName ?? vault.Open(account.Phone!, AccountPhone.Purpose);

    private byte[] Print(string name) => vault.Fingerprint(name, Purpose);

    internal sealed record Attempt(bool IsAllowed, bool LocksNow, DateTimeOffset? LockedUntil);
}

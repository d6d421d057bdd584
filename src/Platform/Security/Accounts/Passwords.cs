using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using UnionHall.Platform.Data;

namespace UnionHall.Platform.Security.Accounts;

/// <summary>Sets, checks and makes passwords.</summary>
internal sealed class Passwords(AppDbContext db, IPasswordHasher<Account> hasher, IOptions<SignInOptions> options, TimeProvider clock)
{
    private const int OneTimeLength = 14;

    /// <summary>Verified when there is no account, so that the answer takes as long as for one.</summary>
    private static readonly Lazy<Account> Nobody = new(() => Account.ForStaff("nobody", "", DateTimeOffset.UnixEpoch));

    private static string? nobodysHash;

    /// <summary>Sets a password that keeps the policy and is none of the last ones.</summary>
    public async Task<Result> SetAsync(Account account, string password, bool byOwner, string? name, CancellationToken stop)
    {
        if (PasswordPolicy.Check(password, name) is { } refusal)
        {
            return refusal;
        }

        if (byOwner && await WasUsedAsync(account, password, stop))
        {
            return new Refusal("password-used", $"这是最近 {options.Value.PasswordHistory} 次用过的密码，换一个没用过的。", "Password");
        }

        if (account is { PasswordHash: { } former, PasswordChangedAt: { } changed })
        {
            db.Add(new FormerPassword { Id = SortableId.Next(clock.GetUtcNow()), Account = account.Id, Hash = former, ChangedAt = changed });
        }

        account.SetPassword(hasher.HashPassword(account, password), byOwner, clock.GetUtcNow());
        return Result.Done;
    }

    /// <summary>Whether it is this account's password. Hashes anew where the cost has been raised; takes the same time without an account.</summary>
    public bool Verify(Account? account, string password)
    {
        if (account?.PasswordHash is null)
        {
            nobodysHash ??= hasher.HashPassword(Nobody.Value, "nobody");
            _ = hasher.VerifyHashedPassword(Nobody.Value, nobodysHash, password);
            return false;
        }

        var answer = hasher.VerifyHashedPassword(account, account.PasswordHash, password);
        if (answer == PasswordVerificationResult.SuccessRehashNeeded)
        {
            account.Rehash(hasher.HashPassword(account, password));
        }

        return answer != PasswordVerificationResult.Failed;
    }

    /// <summary>True when a password somebody else made has lain too long.</summary>
    public bool IsExpired(Account account) =>
        account is { MustChangePassword: true, PasswordChangedAt: { } made } && clock.GetUtcNow() - made >= TimeSpan.FromDays(options.Value.OneTimePasswordDays);

    /// <summary>A one-time password that keeps the policy, without characters that look like others.</summary>
    public static string Generate()
    {
        const string letters = "abcdefghjkmnpqrstuvwxyz";
        const string capitals = "ABCDEFGHJKLMNPQRSTUVWXYZ";
        const string digits = "23456789";
        string password;
        do
        {
            password = RandomNumberGenerator.GetString(letters + capitals + digits, OneTimeLength);
        }
        while (PasswordPolicy.Check(password, name: null) is not null);

        return password;
    }

    private async Task<bool> WasUsedAsync(Account account, string password, CancellationToken stop)
    {
        var former = await db.Set<FormerPassword>().Where(row => row.Account == account.Id)
            .OrderByDescending(row => row.ChangedAt).ThenByDescending(row => row.Id).Take(Math.Max(0, options.Value.PasswordHistory - 1)).Select(row => row.Hash).ToListAsync(stop);
        return former.Prepend(account.PasswordHash).Any(hash => hash is not null && hasher.VerifyHashedPassword(account, hash, password) != PasswordVerificationResult.Failed);
    }
}

using Microsoft.EntityFrameworkCore;
using UnionHall.Platform.Data;
using UnionHall.Platform.Security.Accounts;

namespace UnionHall.Platform.Security;

/// <summary>An account as others may see it.</summary>
/// <param name="UserName">Staff only.</param>
/// <param name="Name">Staff: the full name. Workers: surname and 师傅.</param>
public sealed record AccountSummary(AccountId Id, AccountKind Kind, string? UserName, string Name, bool IsDisabled)
{
    /// <summary>How workers see a member of staff: surname and 同志.</summary>
    public string PublicName => Kind == AccountKind.Staff ? StaffName.Public(Name) : Name;
}

/// <summary>Reads accounts.</summary>
public sealed class AccountDirectory(AppDbContext db)
{
    private const int Most = 50;

    public Task<AccountSummary?> FindAsync(AccountId id, CancellationToken stop) =>
        Summaries(Accounts.Where(account => account.Id == id)).SingleOrDefaultAsync(stop);

    /// <summary>The staff account with this user name; upper and lower case are the same.</summary>
    public Task<AccountSummary?> FindStaffAsync(string userName, CancellationToken stop)
    {
        var wanted = userName.Trim().ToLowerInvariant();
        return Summaries(Accounts.Where(account => account.UserName == wanted)).SingleOrDefaultAsync(stop);
    }

    /// <summary>All of these that exist.</summary>
    public async Task<IReadOnlyDictionary<AccountId, AccountSummary>> OfAsync(IReadOnlyCollection<AccountId> ids, CancellationToken stop) =>
        await Summaries(Accounts.Where(account => ids.Contains(account.Id))).ToDictionaryAsync(account => account.Id, stop);

    /// <summary>At most 50 staff accounts whose name or user name contains the text, by user name. Disabled ones are left out.</summary>
    public async Task<IReadOnlyList<AccountSummary>> SearchStaffAsync(string text, CancellationToken stop)
    {
        var wanted = text.Trim();
        var wantedUserName = wanted.ToLowerInvariant();
        var found = Accounts.Where(account => account.Kind == AccountKind.Staff && account.DisabledAt == null
            && (account.UserName!.Contains(wantedUserName) || account.DisplayName.Contains(wanted)));
        return await Summaries(found.OrderBy(account => account.UserName).Take(Most)).ToListAsync(stop);
    }

    private IQueryable<Account> Accounts => db.Set<Account>().AsNoTracking();

    private static IQueryable<AccountSummary> Summaries(IQueryable<Account> accounts) =>
        accounts.Select(account => new AccountSummary(account.Id, account.Kind, account.UserName, account.DisplayName, account.DisabledAt != null));
}

using Microsoft.EntityFrameworkCore;
using Npgsql;
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
public sealed class AccountDirectory(AppDbContext db, NpgsqlDataSource source)
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

    /// <summary>All of these that exist. In plain SQL: every list asks it.</summary>
    public async Task<IReadOnlyDictionary<AccountId, AccountSummary>> OfAsync(IReadOnlyCollection<AccountId> ids, CancellationToken stop)
    {
        var found = new Dictionary<AccountId, AccountSummary>();
        if (ids.Count == 0)
        {
            return found;
        }

        await using var batch = source.CreateBatch();
        batch.BatchCommands.Add(Ask(ids));
        await using var reader = await batch.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
        {
            var account = SummaryOf(reader);
            found[account.Id] = account;
        }

        return found;
    }

    /// <summary>Asks for all of these that exist, for a batch of the caller's; each row is read by <see cref="SummaryOf"/>.</summary>
    public static NpgsqlBatchCommand Ask(IEnumerable<AccountId> ids) => Sql.Ask(
        "select id, kind, user_name, display_name, disabled_at is not null from account where id = any ($1)", ids.Select(id => id.Value).ToArray());

    public static AccountSummary SummaryOf(NpgsqlDataReader row) => new(
        new AccountId(row.GetGuid(0)), EnumWord.Read<AccountKind>(row.GetString(1)), row.IsDBNull(2) ? null : row.GetString(2), row.GetString(3), row.GetBoolean(4));

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

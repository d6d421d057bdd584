using Microsoft.EntityFrameworkCore;
using UnionHall.Platform.Security.Accounts;

namespace UnionHall.Platform.Security.ListAccounts;

/// <summary>Staff accounts in the actor's reach, by user name.</summary>
internal sealed class ListAccountsQuery(AccountsInReach accounts, IAccountReach reach)
{
    public const int PerPage = 50;

    public async Task<AccountList> ReadAsync(Actor actor, AccountFilter filter, CancellationToken stop)
    {
        var found = filter.Of((await accounts.StaffAsync(actor, stop)).AsNoTracking());
        var total = await found.CountAsync(stop);
        if (filter.After is { Length: > 0 } after)
        {
            found = found.Where(account => string.Compare(account.UserName, after) > 0);
        }

        var rows = await found.OrderBy(account => account.UserName).Take(PerPage + 1)
            .Select(account => new AccountRow(account.Id, account.UserName!, account.DisplayName, account.MustChangePassword, account.DisabledAt != null))
            .ToListAsync(stop);
        var shown = rows.Take(PerPage).ToList();
        var posts = await reach.PostsOfAsync(actor, [.. shown.Select(row => row.Id)], stop);
        return new AccountList(
            [.. shown.Select(row => row with { Posts = [.. posts[row.Id].Select(post => post.Words)] })],
            total,
            rows.Count > PerPage ? shown[^1].UserName : null,
            await accounts.IsOverAllAsync(actor, stop));
    }
}

/// <summary>What is looked for.</summary>
/// <param name="Text">Part of the name or user name.</param>
/// <param name="State">Of <see cref="States"/>; anything else is the first.</param>
/// <param name="After">The user name the page before ended with.</param>
internal sealed record AccountFilter(string Text, string? State, string? After)
{
    public static readonly IReadOnlyList<(string Code, string Name)> States = [("", "在用的"), ("one-time", "待换密码的"), ("disabled", "停用的")];

    public IQueryable<Account> Of(IQueryable<Account> accounts)
    {
        accounts = State switch
        {
            "disabled" => accounts.Where(account => account.DisabledAt != null),
            "one-time" => accounts.Where(account => account.DisabledAt == null && account.MustChangePassword),
            _ => accounts.Where(account => account.DisabledAt == null),
        };
        var userName = Text.ToLowerInvariant();
        return Text.Length == 0 ? accounts : accounts.Where(account => account.UserName!.Contains(userName) || account.DisplayName.Contains(Text));
    }
}

/// <summary>One page of them.</summary>
/// <param name="Next">The user name the next page begins after, or null.</param>
/// <param name="WithWorkers">True when the reader may look for workers too.</param>
internal sealed record AccountList(IReadOnlyList<AccountRow> Rows, int Total, string? Next, bool WithWorkers);

internal sealed record AccountRow(AccountId Id, string UserName, string Name, bool IsOneTime, bool IsDisabled)
{
    public IReadOnlyList<string> Posts { get; init; } = [];
}

using Microsoft.EntityFrameworkCore;
using UnionHall.Platform.Security;

namespace UnionHall.Organisation.Data;

/// <summary>The posts in force of one account, read afresh each time: an ended post stops working at once.</summary>
internal sealed class GrantSource(OrganisationDb db, UnitDirectory units, TimeProvider clock) : IGrantSource
{
    public async Task<IReadOnlyList<Grant>> GrantsOfAsync(AccountId account, CancellationToken stop)
    {
        var rows = await db.PostsInForce(clock).Where(row => row.Account == account.Value).ToListAsync(stop);
        if (rows.Count == 0)
        {
            return [];
        }

        var names = await units.NamesAsync(rows.Select(row => new UnitId(row.Unit)), stop);
        return [.. rows.Where(row => RoleNames.Parse(row.Role) is not null).Select(row => GrantOf(row, names))];
    }

    private static Grant GrantOf(PostInForce row, IReadOnlyDictionary<UnitId, string> names) => new(
        new UnitId(row.Unit),
        names.GetValueOrDefault(new UnitId(row.Unit), ""),
        RoleNames.Parse(row.Role)!.Value,
        row.WholeSubtree,
        row.LentBy is { } lender ? new AccountId(lender) : null);
}

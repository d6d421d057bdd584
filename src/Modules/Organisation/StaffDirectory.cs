using Microsoft.EntityFrameworkCore;
using UnionHall.Organisation.Data;
using UnionHall.Platform.Security;

namespace UnionHall.Organisation;

/// <summary>Reads who holds which post today, delegations included.</summary>
public sealed class StaffDirectory
{
    private readonly OrganisationDb db;
    private readonly TimeProvider clock;

    internal StaffDirectory(OrganisationDb db, TimeProvider clock) => (this.db, this.clock) = (db, clock);

    /// <summary>Everyone who holds a post at that very unit, by name.</summary>
    public async Task<IReadOnlyList<StaffSummary>> AtAsync(UnitId unit, CancellationToken stop)
    {
        var rows = await db.PostsInForce(clock).Where(row => row.Unit == unit.Value).OrderBy(row => row.Name).ToListAsync(stop);
        return [.. rows.Select(Summary)];
    }

    /// <summary>Everyone who holds a post at one of these very units, by name.</summary>
    public async Task<IReadOnlyList<StaffSummary>> AtAsync(IReadOnlyCollection<UnitId> units, CancellationToken stop)
    {
        Guid[] keys = [.. units.Select(unit => unit.Value)];
        var rows = await db.PostsInForce(clock).Where(row => keys.Contains(row.Unit)).OrderBy(row => row.Name).ToListAsync(stop);
        return [.. rows.Select(Summary)];
    }

    /// <summary>Who holds the permission at that very unit.</summary>
    public async Task<IReadOnlyList<StaffSummary>> WithAsync(Permission permission, UnitId unit, CancellationToken stop) =>
        [.. (await AtAsync(unit, stop)).Where(staff => staff.Role.Allows(permission))];

    /// <summary>The name under which this account last held a post, or null when it never did.</summary>
    public async Task<string?> NameOfAsync(AccountId account, CancellationToken stop) =>
        await db.Posts.Where(post => post.Account == account).OrderByDescending(post => post.Id).Select(post => post.HolderName).FirstOrDefaultAsync(stop)
        ?? await db.Delegations.Where(lent => lent.ToAccount == account).OrderByDescending(lent => lent.Id).Select(lent => lent.ToName).FirstOrDefaultAsync(stop);

    private static StaffSummary Summary(PostInForce row) =>
        new(new AccountId(row.Account), row.Name, RoleNames.Parse(row.Role)!.Value, new UnitId(row.Unit), row.Title, row.WholeSubtree);
}

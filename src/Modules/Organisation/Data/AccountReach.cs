using Microsoft.EntityFrameworkCore;
using UnionHall.Organisation.Domain;
using UnionHall.Organisation.Parts;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;

namespace UnionHall.Organisation.Data;

/// <summary>Accounts hang on no unit themselves: they are reached through the posts they hold.</summary>
internal sealed class AccountReach(OrganisationDb db, UnitTreeCache trees, TimeProvider clock) : IAccountReach
{
    public async ValueTask<bool> IsOverAllAsync(Actor actor, CancellationToken stop)
    {
        if (actor.IsPlatform)
        {
            return true;
        }

        var roots = (await trees.GetAsync(stop)).Roots.Select(root => root.UnitId).ToHashSet();
        return actor.Where(Permission.ManageAccess).Any(grant => grant.WholeSubtree && roots.Contains(grant.Unit));
    }

    public async ValueTask<IQueryable<AccountId>> InReachAsync(Actor actor, CancellationToken stop) =>
        db.PostsIn(new Reaching(actor, await trees.GetAsync(stop), Permission.ManageAccess), under: null).Select(post => post.Account);

    public async Task<ILookup<AccountId, AccountPost>> PostsOfAsync(Actor actor, IReadOnlyCollection<AccountId> accounts, CancellationToken stop)
    {
        var (tree, today) = (await trees.GetAsync(stop), ChinaTime.Today(clock));
        var own = await db.PostsAfter(today).AsNoTracking().Where(post => accounts.Contains(post.Account)).ToListAsync(stop);
        var lent = await db.Delegations.AsNoTracking().Include(row => row.Post).Where(row => accounts.Contains(row.ToAccount) && row.ToOn > today).ToListAsync(stop);
        return own.Select(post => (post.Account, Shown: Show(tree, actor, post, "")))
            .Concat(lent.Select(row => (Account: row.ToAccount, Shown: Show(tree, actor, row.Post, "（受委托）"))))
            .ToLookup(row => row.Account, row => row.Shown);
    }

    private static AccountPost Show(UnitTree tree, Actor actor, Post post, string how) =>
        new($"{tree.Find(post.Unit)?.ShortName}{post.Role.Chinese()}{how}", tree.Covers(actor, Permission.ManageAccess, post.Unit));
}

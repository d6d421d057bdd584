using Microsoft.EntityFrameworkCore;
using UnionHall.Organisation.Data;
using UnionHall.Organisation.Domain;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;

namespace UnionHall.Organisation.DelegatePost;

internal sealed class DelegatePostHandler(OrganisationDb db, TimeProvider clock)
{
    /// <summary>Lends a post until a day.</summary>
    public async Task<Result> HandleAsync(Actor actor, PostId id, DelegationDraft draft, CancellationToken stop)
    {
        if (await db.Posts.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, stop) is not { } post)
        {
            return UnitRules.OutOfReach;
        }

        return await db.ChangePostsAsync(actor, [post.Account, draft.ToAccount], tree => LendAsync(tree, actor, id, draft, stop), stop, draft.Reason);
    }

    /// <summary>Takes a lent post back as of today.</summary>
    public async Task<Result> EndAsync(Actor actor, DelegationId id, CancellationToken stop)
    {
        if (await db.Delegations.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, stop) is not { } lent)
        {
            return UnitRules.OutOfReach;
        }

        return await db.ChangePostsAsync(actor, [lent.ToAccount], tree => TakeBackAsync(tree, actor, id, stop), stop);
    }

    private async Task<Result> LendAsync(UnitTree tree, Actor actor, PostId id, DelegationDraft draft, CancellationToken stop)
    {
        var post = await db.Posts.SingleAsync(row => row.Id == id, stop);
        if (!tree.Covers(actor, Permission.ManageAccess, post.Unit))
        {
            return UnitRules.OutOfReach;
        }

        if (actor.Account == draft.ToAccount)
        {
            return PostRules.OwnPost;
        }

        var today = ChinaTime.Today(clock);
        var lent = Delegation.Lend(post, draft, await db.HeldAsync(draft.ToAccount, today, stop), today);
        if (lent.Value is { } made)
        {
            db.Delegations.Add(made);
        }

        return lent;
    }

    private async Task<Result> TakeBackAsync(UnitTree tree, Actor actor, DelegationId id, CancellationToken stop)
    {
        var lent = await db.Delegations.Include(row => row.Post).SingleAsync(row => row.Id == id, stop);
        return tree.Covers(actor, Permission.ManageAccess, lent.Post.Unit) ? lent.End(ChinaTime.Today(clock)) : UnitRules.OutOfReach;
    }
}

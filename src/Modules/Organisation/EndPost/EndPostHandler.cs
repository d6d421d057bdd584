using Microsoft.EntityFrameworkCore;
using UnionHall.Organisation.Data;
using UnionHall.Organisation.Domain;
using UnionHall.Platform;
using UnionHall.Platform.Security;

namespace UnionHall.Organisation.EndPost;

internal sealed class EndPostHandler(OrganisationDb db)
{
    /// <summary>Ends a post; <paramref name="to"/> is the first day it is no longer held.</summary>
    public async Task<Result> HandleAsync(Actor actor, PostId id, DateOnly to, string? reason, CancellationToken stop)
    {
        if (await db.Posts.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, stop) is not { } post)
        {
            return UnitRules.OutOfReach;
        }

        return await db.ChangePostsAsync(actor, [post.Account], tree => EndAsync(tree, actor, id, to, stop), stop, reason);
    }

    private async Task<Result> EndAsync(UnitTree tree, Actor actor, PostId id, DateOnly to, CancellationToken stop)
    {
        var post = await db.Posts.SingleAsync(row => row.Id == id, stop);
        return tree.Covers(actor, Permission.ManageAccess, post.Unit) ? post.End(to) : UnitRules.OutOfReach;
    }
}

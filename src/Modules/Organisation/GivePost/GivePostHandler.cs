using UnionHall.Organisation.Data;
using UnionHall.Organisation.Domain;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;

namespace UnionHall.Organisation.GivePost;

internal sealed class GivePostHandler(OrganisationDb db, TimeProvider clock)
{
    public async Task<Result<PostId>> HandleAsync(Actor actor, PostDraft draft, UnitId unit, CancellationToken stop)
    {
        PostId given = default;
        var result = await db.ChangePostsAsync(
            actor,
            [draft.Account],
            async tree =>
            {
                var post = await GiveAsync(tree, actor, draft, unit, stop);
                given = post.Value?.Id ?? default;
                return post;
            },
            stop);
        return result.Refusal is { } refusal ? refusal : given;
    }

    /// <summary>What <see cref="HandleAsync"/> would answer.</summary>
    public Task<Result> RehearseAsync(Actor actor, PostDraft draft, UnitId unit, CancellationToken stop) =>
        db.RehearseAsync(async tree => await GiveAsync(tree, actor, draft, unit, stop), stop);

    private async Task<Result<Post>> GiveAsync(UnitTree tree, Actor actor, PostDraft draft, UnitId unit, CancellationToken stop)
    {
        if (!tree.Covers(actor, Permission.ManageAccess, unit))
        {
            return UnitRules.OutOfReach;
        }

        if (actor.Account == draft.Account)
        {
            return PostRules.OwnPost;
        }

        var earliest = draft.Period.From < ChinaTime.Today(clock) ? draft.Period.From : ChinaTime.Today(clock);
        var post = Post.Give(draft, tree.Row(unit)!, await db.HeldAsync(draft.Account, earliest, stop));
        if (post.Value is { } given)
        {
            db.Posts.Add(given);
        }

        return post;
    }
}

using Microsoft.EntityFrameworkCore;
using UnionHall.Organisation.Data;
using UnionHall.Organisation.Domain;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;

namespace UnionHall.Organisation.MergeUnits;

internal sealed class MergeUnitsHandler(OrganisationDb db, TimeProvider clock)
{
    /// <summary>Merges a unit into another: its children, posts and enterprises go over, the unit itself closes.</summary>
    public Task<Result> HandleAsync(Actor actor, UnitId id, UnitId into, DateOnly from, string? reason, CancellationToken stop) =>
        db.ChangeTreeAsync(actor, tree => MergeAsync(tree, actor, id, into, from, stop), stop, reason);

    /// <summary>What <see cref="HandleAsync"/> would answer.</summary>
    public Task<Result> RehearseAsync(Actor actor, UnitId id, UnitId into, DateOnly from, CancellationToken stop) =>
        db.RehearseAsync(tree => MergeAsync(tree, actor, id, into, from, stop), stop);

    private async Task<Result> MergeAsync(UnitTree tree, Actor actor, UnitId id, UnitId into, DateOnly from, CancellationToken stop)
    {
        if (!tree.Covers(actor, id) || !tree.Covers(actor, into) || tree.Row(into) is not { } target || await db.UnitAsync(id, stop) is not { } unit)
        {
            return UnitRules.OutOfReach;
        }

        if (tree.IsWithin(into, id))
        {
            return Result.Refuse("merge-target", "不能并入自己或自己的下级。请另选一个，或先把那个下级移出来。", "Into");
        }

        var children = await MoveChildrenAsync(tree, unit, target, from, stop);
        var posts = children.Succeeded ? await MovePostsAsync(unit, target, from, stop) : children;
        foreach (var enterprise in await db.Enterprises.Where(enterprise => enterprise.UnitId == id).ToListAsync(stop))
        {
            enterprise.GoOverTo(into);
        }

        return posts.Succeeded ? unit.MergeInto(target, from, ChinaTime.Today(clock)) : posts;
    }

    private async Task<Result> MoveChildrenAsync(UnitTree tree, Unit unit, UnitRow target, DateOnly from, CancellationToken stop)
    {
        IReadOnlyList<UnitId> above = [.. tree.Lineage(target.Unit.UnitId).Select(row => row.UnitId)];
        foreach (var row in tree.Children(unit.Id))
        {
            var child = await db.UnitAsync(row.UnitId, stop);
            UnitId[] old = [.. tree.Lineage(row.UnitId).Select(step => step.UnitId)];
            if (child!.MoveTo(target, above, old, tree.Nesting, from, ChinaTime.Today(clock)) is { Succeeded: false } refused)
            {
                return refused;
            }
        }

        return Result.Done;
    }

    /// <summary>Each post goes on at the target, unless its holder has the same role there already.</summary>
    private async Task<Result> MovePostsAsync(Unit unit, UnitRow target, DateOnly from, CancellationToken stop)
    {
        foreach (var post in await db.PostsAfter(from).Where(post => post.Unit == unit.Id).ToListAsync(stop))
        {
            var day = post.FromOn > from ? post.FromOn : from;
            var held = await db.HeldAsync(post.Account, day, stop);
            var end = post.ToOn;
            if (post.End(day) is { Succeeded: false } refused)
            {
                return refused;
            }

            var draft = new PostDraft(post.Account, post.HolderName, post.Role, post.Title, post.WholeSubtree, new Period(day, end));
            var moved = Post.Give(draft, target, held);
            if (moved.Refusal is { Code: not "post-held-twice" } refusal)
            {
                return refusal;
            }

            if (moved.Value is { } given)
            {
                db.Posts.Add(given);
            }
        }

        return Result.Done;
    }
}

using Microsoft.EntityFrameworkCore;
using UnionHall.Organisation.Data;
using UnionHall.Organisation.Domain;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;

namespace UnionHall.Organisation.CloseUnit;

internal sealed class CloseUnitHandler(OrganisationDb db, UnitHolds holds, TimeProvider clock)
{
    /// <summary>The code of a refusal that comes from another module.</summary>
    public const string Held = "unit-held";

    /// <summary>Closes a unit on which nothing open hangs any more; its enterprises go to the unit above.</summary>
    public Task<Result> HandleAsync(Actor actor, UnitId id, DateOnly from, string? reason, CancellationToken stop) =>
        db.ChangeTreeAsync(actor, tree => CloseAsync(tree, actor, id, from, stop), stop, reason);

    /// <summary>What <see cref="HandleAsync"/> would answer.</summary>
    public Task<Result> RehearseAsync(Actor actor, UnitId id, DateOnly from, CancellationToken stop) =>
        db.RehearseAsync(tree => CloseAsync(tree, actor, id, from, stop), stop);

    private async Task<Result> CloseAsync(UnitTree tree, Actor actor, UnitId id, DateOnly from, CancellationToken stop)
    {
        if (!tree.Covers(actor, id) || await db.UnitAsync(id, stop) is not { } unit)
        {
            return UnitRules.OutOfReach;
        }

        if (tree.Children(id) is { Count: > 0 } children)
        {
            return Result.Refuse("has-open-units", $"下面还有 {children.Count} 个单位（{children[0].ShortName}等）。请先撤销、并走或移走它们。");
        }

        if (ChildrenLeftAfter(tree, id, from) is { } day)
        {
            return UnitRules.DatesOutOfOrder($"{day:yyyy-MM-dd} 之前下面还有单位");
        }

        var held = await db.PostsAfter(from).CountAsync(post => post.Unit == id, stop);
        if (held > 0)
        {
            return Result.Refuse("has-posts", $"这里还有 {held} 个职务没有免去。请先到“职务”里免去或交接。");
        }

        if (await holds.FindAsync(id, stop) is { } hold)
        {
            return new Refusal(Held, hold.Sentence);
        }

        foreach (var enterprise in await db.Enterprises.Where(enterprise => enterprise.UnitId == id).ToListAsync(stop))
        {
            enterprise.GoOverTo(unit.ParentId ?? id);
        }

        return unit.Close(from, ChinaTime.Today(clock));
    }

    /// <summary>The last day on which a unit that is gone by now still stood below, when that is after the closing day.</summary>
    private static DateOnly? ChildrenLeftAfter(UnitTree tree, UnitId id, DateOnly from)
    {
        var left = tree.All.SelectMany(row => row.Parents.Where(parent => parent.Parent == id).Select(parent => parent.ToOn ?? row.ClosedOn));
        return left.Max() is { } last && last > from ? last : null;
    }
}

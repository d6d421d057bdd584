using UnionHall.Organisation.Data;
using UnionHall.Organisation.Domain;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;

namespace UnionHall.Organisation.MoveUnit;

internal sealed class MoveUnitHandler(OrganisationDb db, TimeProvider clock)
{
    /// <summary>Moves a unit with everything below it. Reach over both the old and the new parent is needed.</summary>
    public Task<Result> HandleAsync(Actor actor, UnitId id, UnitId newParent, DateOnly from, string? reason, CancellationToken stop) =>
        db.ChangeTreeAsync(actor, tree => MoveAsync(tree, actor, id, newParent, from, stop), stop, reason);

    /// <summary>What <see cref="HandleAsync"/> would answer.</summary>
    public Task<Result> RehearseAsync(Actor actor, UnitId id, UnitId newParent, DateOnly from, CancellationToken stop) =>
        db.RehearseAsync(tree => MoveAsync(tree, actor, id, newParent, from, stop), stop);

    private async Task<Result> MoveAsync(UnitTree tree, Actor actor, UnitId id, UnitId newParent, DateOnly from, CancellationToken stop)
    {
        if (tree.Find(id) is not { } now || !tree.Covers(actor, now.Parent ?? id) || !tree.Covers(actor, newParent) || tree.Row(newParent) is not { } parent)
        {
            return UnitRules.OutOfReach;
        }

        if (now.Parent == newParent)
        {
            return Result.Refuse("already-there", $"{now.ShortName}本来就在{parent.Unit.ShortName}下面，不用移。", "Parent");
        }

        var unit = await db.UnitAsync(id, stop);
        return unit!.MoveTo(parent, Ids(tree, newParent), Ids(tree, id), tree.Nesting, from, ChinaTime.Today(clock));
    }

    private static IReadOnlyList<UnitId> Ids(UnitTree tree, UnitId unit) => [.. tree.Lineage(unit).Select(above => above.UnitId)];
}

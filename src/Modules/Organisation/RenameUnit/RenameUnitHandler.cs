using UnionHall.Organisation.Data;
using UnionHall.Organisation.Domain;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;

namespace UnionHall.Organisation.RenameUnit;

internal sealed class RenameUnitHandler(OrganisationDb db, TimeProvider clock)
{
    public Task<Result> HandleAsync(Actor actor, UnitId id, string name, string shortName, DateOnly from, CancellationToken stop) =>
        db.ChangeTreeAsync(actor, tree => RenameAsync(tree, actor, id, name, shortName, from, stop), stop);

    /// <summary>What <see cref="HandleAsync"/> would answer.</summary>
    public Task<Result> RehearseAsync(Actor actor, UnitId id, string name, string shortName, DateOnly from, CancellationToken stop) =>
        db.RehearseAsync(tree => RenameAsync(tree, actor, id, name, shortName, from, stop), stop);

    private async Task<Result> RenameAsync(UnitTree tree, Actor actor, UnitId id, string name, string shortName, DateOnly from, CancellationToken stop) =>
        tree.Covers(actor, id) && await db.UnitAsync(id, stop) is { } unit
            ? unit.Rename(name, shortName, from, ChinaTime.Today(clock))
            : UnitRules.OutOfReach;
}

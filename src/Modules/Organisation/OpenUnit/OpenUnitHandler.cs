using UnionHall.Organisation.Data;
using UnionHall.Organisation.Domain;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;

namespace UnionHall.Organisation.OpenUnit;

internal sealed class OpenUnitHandler(OrganisationDb db, TimeProvider clock)
{
    /// <summary>Opens a unit below a parent; only the platform itself opens a root.</summary>
    public async Task<Result<UnitId>> HandleAsync(Actor actor, UnitDraft draft, UnitId? parent, CancellationToken stop)
    {
        UnitId opened = default;
        var result = await db.ChangeTreeAsync(actor, tree => Task.FromResult(Open(tree, actor, draft, parent, out opened)), stop);
        return result.Refusal is { } refusal ? refusal : opened;
    }

    /// <summary>What <see cref="HandleAsync"/> would answer.</summary>
    public Task<Result> RehearseAsync(Actor actor, UnitDraft draft, UnitId? parent, CancellationToken stop) =>
        db.RehearseAsync(tree => Task.FromResult(Open(tree, actor, draft, parent, out _)), stop);

    private Result Open(UnitTree tree, Actor actor, UnitDraft draft, UnitId? parent, out UnitId opened)
    {
        opened = default;
        if (parent is { } above ? !tree.Covers(actor, above) : !actor.IsPlatform)
        {
            return UnitRules.OutOfReach;
        }

        if (tree.FindByCode(draft.Code) is { } other)
        {
            return UnitRules.CodeTaken(other);
        }

        var unit = Unit.Open(draft, parent is { } id ? tree.Row(id) : null, tree.Nesting, ChinaTime.Today(clock));
        if (unit.Value is { } made)
        {
            opened = made.Id;
            db.Units.Add(made);
        }

        return unit;
    }
}

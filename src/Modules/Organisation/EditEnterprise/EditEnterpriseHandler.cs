using UnionHall.Organisation.Data;
using UnionHall.Organisation.Domain;
using UnionHall.Platform;
using UnionHall.Platform.Security;

namespace UnionHall.Organisation.EditEnterprise;

internal sealed class EditEnterpriseHandler(OrganisationDb db)
{
    /// <summary>Changes an enterprise. Reach over both its present and its new unit is needed.</summary>
    public Task<Result> HandleAsync(Actor actor, EnterpriseId id, EnterpriseDraft draft, UnitId unit, CancellationToken stop) =>
        db.ChangeEnterprisesAsync(actor, tree => EditAsync(tree, actor, id, draft, unit, stop), stop);

    private async Task<Result> EditAsync(UnitTree tree, Actor actor, EnterpriseId id, EnterpriseDraft draft, UnitId unit, CancellationToken stop)
    {
        if (await db.EnterpriseAsync(id, stop) is not { } enterprise
            || !tree.Covers(actor, enterprise.UnitId) || !tree.Covers(actor, unit) || tree.Row(unit) is not { } row)
        {
            return UnitRules.OutOfReach;
        }

        var changed = enterprise.Change(draft, row);
        return changed.Succeeded && await db.TakenAsync(draft, id, stop) is { } taken ? taken : changed;
    }
}

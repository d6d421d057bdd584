using UnionHall.Organisation.Data;
using UnionHall.Organisation.Domain;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;

namespace UnionHall.Organisation.CountHeads;

internal sealed class CountHeadsHandler(OrganisationDb db, TimeProvider clock)
{
    public Task<Result> HandleAsync(Actor actor, EnterpriseId id, DateOnly on, int total, CancellationToken stop) =>
        db.ChangeEnterprisesAsync(
            actor,
            async tree => await db.EnterpriseAsync(id, stop) is { } enterprise && tree.Covers(actor, enterprise.UnitId)
                ? enterprise.Count(on, total, ChinaTime.Today(clock))
                : UnitRules.OutOfReach,
            stop);
}

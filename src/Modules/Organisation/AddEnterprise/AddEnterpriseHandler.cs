using UnionHall.Organisation.Data;
using UnionHall.Organisation.Domain;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;

namespace UnionHall.Organisation.AddEnterprise;

internal sealed class AddEnterpriseHandler(OrganisationDb db, TimeProvider clock)
{
    /// <summary>Adds an enterprise, with its first head-count as of today when one is given.</summary>
    public async Task<Result<EnterpriseId>> HandleAsync(Actor actor, EnterpriseDraft draft, UnitId unit, int? heads, CancellationToken stop)
    {
        EnterpriseId added = default;
        var result = await db.ChangeEnterprisesAsync(
            actor,
            async tree =>
            {
                var enterprise = await AddAsync(tree, actor, draft, unit, stop);
                added = enterprise.Value?.Id ?? default;
                return enterprise.Value is { } made && heads is { } total ? made.Count(ChinaTime.Today(clock), total, ChinaTime.Today(clock)) : enterprise;
            },
            stop);
        return result.Refusal is { } refusal ? refusal : added;
    }

    private async Task<Result<Enterprise>> AddAsync(UnitTree tree, Actor actor, EnterpriseDraft draft, UnitId unit, CancellationToken stop)
    {
        if (!tree.Covers(actor, unit) || tree.Row(unit) is not { } row)
        {
            return UnitRules.OutOfReach;
        }

        var enterprise = Enterprise.Add(draft, row);
        if (!enterprise.Succeeded)
        {
            return enterprise;
        }

        if (await db.TakenAsync(draft, self: null, stop) is { } taken)
        {
            return taken;
        }

        db.Enterprises.Add(enterprise.Value!);
        return enterprise;
    }
}

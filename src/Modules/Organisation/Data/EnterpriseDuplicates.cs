using Microsoft.EntityFrameworkCore;
using UnionHall.Organisation.Domain;
using UnionHall.Platform;

namespace UnionHall.Organisation.Data;

/// <summary>Finds the enterprise that a draft would repeat: the same code, or the same name where one of the two has no code.</summary>
internal static class EnterpriseDuplicates
{
    public static async Task<Refusal?> TakenAsync(this OrganisationDb db, EnterpriseDraft draft, EnterpriseId? self, CancellationToken stop)
    {
        var others = db.Enterprises.AsNoTracking().Where(enterprise => self == null || enterprise.Id != self);
        if (draft.CreditCode is { } code && await others.FirstOrDefaultAsync(other => other.CreditCode == code, stop) is { } sameCode)
        {
            return EnterpriseRules.Taken(sameCode, byCode: true);
        }

        var sameName = await others.FirstOrDefaultAsync(other => other.Name == draft.Name && (other.CreditCode == null || draft.CreditCode == null), stop);
        return sameName is null ? null : EnterpriseRules.Taken(sameName, byCode: false);
    }
}

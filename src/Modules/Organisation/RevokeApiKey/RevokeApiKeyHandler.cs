using Microsoft.EntityFrameworkCore;
using UnionHall.Organisation.Data;
using UnionHall.Organisation.MakeApiKey;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Platform.Settings;

namespace UnionHall.Organisation.RevokeApiKey;

/// <summary>A key works no more, from this moment.</summary>
internal sealed class RevokeApiKeyHandler(OrganisationDb db, SettingLog log, TimeProvider clock)
{
    public async Task<Result> HandleAsync(Actor actor, ApiKeyId id, string? reason, CancellationToken stop)
    {
        var key = await db.ApiKeys.Include(row => row.Post).SingleAsync(row => row.Id == id, stop);
        var revoked = key.Revoke(reason, clock.GetUtcNow());
        if (revoked.Succeeded)
        {
            log.Add(actor, new SettingEntry(MakeApiKeyHandler.Area, key.Id.ToString(), "停用", null, key.RevokeReason!, []));
            await db.SaveAsync(actor, stop, key.RevokeReason);
        }

        return revoked;
    }
}

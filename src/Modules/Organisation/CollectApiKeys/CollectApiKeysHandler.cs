using Microsoft.EntityFrameworkCore;
using UnionHall.Organisation.ApiKeys;
using UnionHall.Organisation.Data;
using UnionHall.Organisation.Domain;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;

namespace UnionHall.Organisation.CollectApiKeys;

/// <summary>Makes the key and gives it to the holder of the post, once.</summary>
internal sealed class CollectApiKeysHandler(OrganisationDb db, ApiKeySeal seal, TimeProvider clock)
{
    /// <returns>The key itself: it is never to be had again.</returns>
    public async Task<Result<string>> HandleAsync(Actor actor, Guid id, CancellationToken stop)
    {
        if (await db.ApiKeys.Include(row => row.Post).SingleOrDefaultAsync(row => row.Id == new ApiKeyId(id), stop) is not { } key)
        {
            return ApiKeyRules.NotYours;
        }

        var (text, print, start) = seal.Make();
        if (key.Collect(print, start, actor, clock.GetUtcNow(), ChinaTime.Today(clock)).Refusal is { } refusal)
        {
            return refusal;
        }

        await db.SaveAsync(actor, stop);
        return text;
    }
}

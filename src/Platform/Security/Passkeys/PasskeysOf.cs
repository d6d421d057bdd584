using Microsoft.EntityFrameworkCore;
using UnionHall.Platform.Data;

namespace UnionHall.Platform.Security.Passkeys;

internal static class PasskeysOf
{
    /// <summary>Takes all passkeys of an account away: whoever added one must not come back by it. The caller saves.</summary>
    public static async Task RemovePasskeysAsync(this AppDbContext db, AccountId owner, CancellationToken stop)
    {
        foreach (var passkey in await db.Set<Passkey>().Where(passkey => passkey.Account == owner).ToListAsync(stop))
        {
            db.Remove(passkey);
            db.Happened(new PasskeyRemoved(owner));
        }
    }
}

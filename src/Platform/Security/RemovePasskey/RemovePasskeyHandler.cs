using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using UnionHall.Platform.Data;
using UnionHall.Platform.Security.Accounts;
using UnionHall.Platform.Security.Passkeys;

namespace UnionHall.Platform.Security.RemovePasskey;

internal sealed class RemovePasskeyHandler(AppDbContext db, AccountFinder accounts)
{
    /// <summary>Takes one of the actor's own passkeys away; says nothing when it is not his or gone.</summary>
    /// <param name="id">The credential's id in base64url.</param>
    public async Task HandleAsync(Actor actor, string id, CancellationToken stop)
    {
        var (owner, credential) = (actor.Account!.Value, Decode(id));
        if (await db.Set<Passkey>().SingleOrDefaultAsync(passkey => passkey.CredentialId == credential && passkey.Account == owner, stop) is not { } passkey)
        {
            return;
        }

        db.Remove(passkey);
        (await accounts.ByIdAsync(owner, stop)).Restamp();
        db.Happened(new PasskeyRemoved(owner));
        await db.SaveAsync(actor, stop);
    }

    private static byte[] Decode(string id)
    {
        try
        {
            return WebEncoders.Base64UrlDecode(id);
        }
        catch (FormatException)
        {
            return [];
        }
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UnionHall.Messaging.ReceiveMail.Data;
using UnionHall.Messaging.ReceiveMail.Domain;
using UnionHall.Messaging.ReceiveMail.StoreMail;

namespace UnionHall.Messaging.ReceiveMail.Fetch;

/// <summary>
/// Fetches what is new in the folder of a box. How far it was is written after each mail was stored, and the first time after all that was
/// unread: killed in between, the next fetch brings the mail again, and it is known.
/// </summary>
internal sealed class FetchImap(IServiceScopeFactory scopes, MailDoors doors, MailSeal seal)
{
    /// <summary>The boxes that are fetched.</summary>
    public async Task<IReadOnlyList<FetchedBox>> BoxesAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MailDb>();
        var rows = await (from imap in db.Imaps.AsNoTracking() join box in db.Boxes on imap.BoxId equals box.Id where box.ClosedAt == null select new { imap, box.Address }).ToListAsync(stop);
        return [.. rows.Select(row => new FetchedBox(row.imap.BoxId, row.Address, new ImapDoor(row.imap.Host, row.imap.Port, row.imap.UserName, seal.OpenPassword(row.imap.Password), row.imap.Fingerprint)))];
    }

    /// <summary>One round over an open connection.</summary>
    /// <returns>How many were stored that had not been there.</returns>
    public async Task<int> RoundAsync(ImapClient client, FetchedBox box, CancellationToken stop)
    {
        var folder = await client.LookAsync(stop);
        var (validity, last) = await ReachedAsync(box.Id, stop);
        var stored = 0;
        var found = await NewAsync(client, folder, validity, last, stop);
        foreach (var uid in found)
        {
            stored += await StoreAsync(client, box, uid, stop) ? 1 : 0;
            if (validity is not null)
            {
                await doors.ReachedAsync(box.Id, folder.UidValidity, uid, stop);
            }
        }

        if (validity is null)
        {
            await doors.ReachedAsync(box.Id, folder.UidValidity, Math.Max(folder.UidNext - 1, found.LastOrDefault()), stop);
        }

        return stored;
    }

    /// <summary>
    /// At first what nobody has read there: older letters were answered by other means. A folder that was made anew is read whole, for what was
    /// stored before is known.
    /// </summary>
    private static async Task<IReadOnlyList<long>> NewAsync(ImapClient client, ImapFolder folder, long? validity, long last, CancellationToken stop)
    {
        var found = await client.SearchAsync(validity is null ? "UNSEEN" : validity == folder.UidValidity ? $"UID {last + 1}:*" : "ALL", stop);
        return validity == folder.UidValidity ? [.. found.Where(uid => uid > last)] : found;
    }

    private async Task<bool> StoreAsync(ImapClient client, FetchedBox box, long uid, CancellationToken stop)
    {
        if (await client.SizeAsync(uid, stop) > StoreMailHandler.MostBytes)
        {
            await doors.FailedAsync(box.Id, MailDoors.Imap, $"收件箱里有一封超过 {StoreMailHandler.MostBytes / 1024 / 1024} MB 的信，没有收，请到那边的邮箱里看（第 {uid} 号）。", stop);
            return false;
        }

        if (await client.FetchAsync(uid, stop) is not { } content)
        {
            return false;
        }

        await using var scope = scopes.CreateAsyncScope();
        var stored = await scope.ServiceProvider.GetRequiredService<StoreMailHandler>().HandleAsync(box.Address, content, stop);
        return stored.Refusal is { Code: "mail-box-unknown" or "mail-box-closed" } gone ? throw new ImapFaultException(gone.Sentence) : stored.Value == StoredMail.Now;
    }

    private async Task<(long? Validity, long Last)> ReachedAsync(MailBoxId box, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var row = await scope.ServiceProvider.GetRequiredService<MailDb>().Imaps.AsNoTracking().Where(imap => imap.BoxId == box).Select(imap => new { imap.UidValidity, imap.LastUid }).SingleOrDefaultAsync(stop);
        return row is null ? (null, 0) : (row.UidValidity, row.LastUid);
    }
}

/// <summary>A box and where it is fetched.</summary>
internal sealed record FetchedBox(MailBoxId Id, string Address, ImapDoor Door);

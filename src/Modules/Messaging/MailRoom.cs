using Microsoft.EntityFrameworkCore;
using UnionHall.Messaging.ReceiveMail.Boxes;
using UnionHall.Messaging.ReceiveMail.Data;
using UnionHall.Platform.Security;

namespace UnionHall.Messaging;

/// <summary>Reads the mailboxes of the union: whose they are and who reads them.</summary>
public sealed class MailRoom
{
    private readonly MailDb db;
    private readonly PossibleReaders possible;

    internal MailRoom(MailDb db, PossibleReaders possible) => (this.db, this.possible) = (db, possible);

    /// <summary>The place of a box among those of posts and scope rows: what hangs there is reached by its readers only.</summary>
    public static UnitId PlaceOf(MailBoxId box) => new(box.Value);

    /// <summary>The boxes that this actor reads, closed ones too, by address.</summary>
    public async Task<IReadOnlyList<MailBoxSummary>> BoxesOfAsync(Actor actor, CancellationToken stop)
    {
        MailBoxId[] places = [.. actor.Where(Permission.ReadRequests).Select(grant => new MailBoxId(grant.Unit.Value)).Distinct()];
        return [.. (await db.Boxes.AsNoTracking().Where(box => places.Contains(box.Id)).OrderBy(box => box.Address).ToListAsync(stop)).Select(box => box.Summary)];
    }

    public async Task<MailBoxSummary?> FindAsync(MailBoxId box, CancellationToken stop) =>
        (await db.Boxes.AsNoTracking().SingleOrDefaultAsync(row => row.Id == box, stop))?.Summary;

    /// <summary>Who reads this box today: those named, as long as they hold a post over its unit.</summary>
    public async Task<IReadOnlyCollection<AccountId>> ReadersAsync(MailBoxId box, CancellationToken stop)
    {
        if (await FindAsync(box, stop) is not { } found)
        {
            return [];
        }

        var named = await db.Readers.AsNoTracking().Where(reader => reader.BoxId == box).Select(reader => reader.Account).ToListAsync(stop);
        return [.. (await possible.OfAsync(found.Unit, stop)).Select(one => one.AccountId).Intersect(named)];
    }
}

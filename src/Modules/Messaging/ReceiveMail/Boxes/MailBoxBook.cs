using Microsoft.EntityFrameworkCore;
using UnionHall.Messaging.ReceiveMail.Data;
using UnionHall.Messaging.ReceiveMail.Domain;
using UnionHall.Organisation;
using UnionHall.Platform.Security;

namespace UnionHall.Messaging.ReceiveMail.Boxes;

/// <summary>The boxes an administrator keeps: those of the units his post covers.</summary>
internal sealed class MailBoxBook(MailDb db, UnitDirectory units)
{
    /// <summary>The area of the log.</summary>
    public const string Area = "mail-box";

    public async Task<IReadOnlyList<MailBox>> ListAsync(Actor actor, CancellationToken stop)
    {
        var kept = new List<MailBox>();
        foreach (var box in await db.Boxes.AsNoTracking().Include(row => row.Readers).OrderBy(row => row.Address).ToListAsync(stop))
        {
            if (await CoversAsync(actor, box.UnitId, stop))
            {
                kept.Add(box);
            }
        }

        return kept;
    }

    /// <summary>Null where there is none, or it is not his.</summary>
    public async Task<MailBox?> FindAsync(Actor actor, Guid? key, CancellationToken stop) =>
        key is { } id && await db.Boxes.Include(row => row.Readers).SingleOrDefaultAsync(row => row.Id == new MailBoxId(id), stop) is { } box && await CoversAsync(actor, box.UnitId, stop)
            ? box
            : null;

    public async Task<bool> CoversAsync(Actor actor, UnitId unit, CancellationToken stop) =>
        actor.IsPlatform || actor.Can(Permission.ManageSettings, unit, (await units.LineageAsync(unit, stop)).Select(above => above.UnitId));
}

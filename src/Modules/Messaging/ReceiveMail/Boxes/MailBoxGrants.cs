using Microsoft.EntityFrameworkCore;
using UnionHall.Messaging.ReceiveMail.Data;
using UnionHall.Organisation;
using UnionHall.Platform.Security;

namespace UnionHall.Messaging.ReceiveMail.Boxes;

/// <summary>
/// A reader of a box holds there what his own posts over its unit allow him. Without such a post he reads nothing, and who stands in for
/// him neither: a box is opened to persons by name.
/// </summary>
internal sealed class MailBoxGrants(MailDb db, UnitDirectory units) : IGrantAddition
{
    public async Task<IReadOnlyList<Grant>> AddedAsync(AccountId account, IReadOnlyList<Grant> posts, CancellationToken stop)
    {
        var boxes = await (
            from reader in db.Readers.AsNoTracking()
            join box in db.Boxes on reader.BoxId equals box.Id
            where reader.Account == account
            orderby box.Address
            select new { box.Id, box.Name, box.UnitId }).ToListAsync(stop);
        var added = new List<Grant>();
        foreach (var box in boxes)
        {
            var unit = await units.SuccessorAsync(box.UnitId, stop);
            var lineage = await units.LineageAsync(unit, stop);
            added.AddRange(posts
                .Where(post => post.DelegatedBy is null && (post.Unit == unit || (post.WholeSubtree && lineage.Any(above => above.UnitId == post.Unit))))
                .Select(post => post.Role).Distinct()
                .Select(role => new Grant(MailRoom.PlaceOf(box.Id), box.Name, role, WholeSubtree: false) { IsAddition = true }));
        }

        return added;
    }
}

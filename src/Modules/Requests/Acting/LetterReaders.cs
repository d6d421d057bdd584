using Microsoft.EntityFrameworkCore;
using UnionHall.Messaging;
using UnionHall.Organisation;
using UnionHall.Requests.Data;

namespace UnionHall.Requests.Acting;

/// <summary>Of a letter nobody hears but the readers of its box and, once it was handed on, the units that reach it.</summary>
internal sealed class LetterReaders(RequestsDb db, MailRoom room)
{
    /// <summary>Those of these people who may know of the request; all of them where it is no letter.</summary>
    public async Task<IReadOnlyList<StaffSummary>> AmongAsync(RequestId request, IReadOnlyList<StaffSummary> people, CancellationToken stop)
    {
        if (people.Count == 0 || await db.Requests.AsNoTracking().Where(row => row.Id == request).Select(row => row.MailBoxId).SingleOrDefaultAsync(stop) is not { } box)
        {
            return people;
        }

        var reached = await db.Reach.AsNoTracking().Where(row => row.RequestId == request).Select(row => row.UnitId).ToListAsync(stop);
        var readers = await room.ReadersAsync(box, stop);
        return [.. people.Where(one => reached.Contains(one.UnitId) || (one.LentBy is null && readers.Contains(one.AccountId)))];
    }
}

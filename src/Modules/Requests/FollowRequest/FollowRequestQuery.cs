using Microsoft.EntityFrameworkCore;
using UnionHall.Organisation;
using UnionHall.Platform.Data;
using UnionHall.Platform.Files;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;
using UnionHall.Requests.TrackRequest;

namespace UnionHall.Requests.FollowRequest;

/// <summary>All that a worker's page shows of his request, in a handful of queries.</summary>
internal sealed class FollowRequestQuery(RequestsDb db, TrackedRequests tracked, FileStore files, UnitDirectory units, Calendars calendars, TimeProvider clock)
{
    /// <summary>Null for one that does not exist and for one that is not this person's alike.</summary>
    public async Task<FollowedRequest?> FindAsync(string reference, Actor actor, CancellationToken stop)
    {
        var request = Reference.Parse(reference) is not { } number ? null
            : await db.Requests.AsNoTracking().Include(row => row.Orders).SingleOrDefaultAsync(row => row.Reference == number, stop);
        return request is not null && await tracked.MayFollowAsync(request.Id, actor, stop) ? await ReadAsync(request, stop) : null;
    }

    /// <summary>One that the caller knows to be this person's.</summary>
    public async Task<FollowedRequest> OfAsync(RequestId id, CancellationToken stop) =>
        await ReadAsync(await db.Requests.AsNoTracking().Include(row => row.Orders).SingleAsync(row => row.Id == id, stop), stop);

    private async Task<FollowedRequest> ReadAsync(Request request, CancellationToken stop)
    {
        var entries = await db.Timeline.AsNoTracking().Where(entry => entry.RequestId == request.Id && entry.IsPublic).OrderBy(entry => entry.Id).ToListAsync(stop);
        var links = await db.Files.AsNoTracking().Where(file => file.RequestId == request.Id && file.IsPublic).ToDictionaryAsync(file => file.FileId, file => file.EntryId, stop);
        var stored = links.Count == 0 ? [] : await files.OfAsync(new Subject("request", request.Id.Value), stop);
        var byEntry = stored.Where(file => links.ContainsKey(file.Id)).ToLookup(file => links[file.Id]);
        var names = await NamesAsync(request, entries, stop);
        return new FollowedRequest(request, entries, byEntry, names, await calendars.CurrentAsync(stop), clock.GetUtcNow());
    }

    private async Task<IReadOnlyDictionary<UnitId, string>> NamesAsync(Request request, List<TimelineEntry> entries, CancellationToken stop)
    {
        var wanted = request.Orders.Select(order => order.UnitId).Concat(entries.Select(entry => entry.UnitId).OfType<UnitId>()).Append(request.Owner).Append(request.CurrentUnit);
        var names = new Dictionary<UnitId, string>();
        foreach (var unit in wanted.Distinct())
        {
            names[unit] = (await units.FindAsync(unit, stop))?.ShortName ?? "原单位";
        }

        return names;
    }
}

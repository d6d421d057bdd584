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
        var together = request.HeadId is { } head ? await TogetherAsync(head, stop) : null;
        var attached = await FilesAsync(request.Id, stop);
        if (together is not null)
        {
            var told = together.Entries.Select(entry => entry.Id).ToHashSet();
            attached.AddRange((await FilesAsync(together.Head.Id, stop)).Where(file => told.Contains(file.Entry)));
        }

        var names = await NamesAsync(together is null ? [request] : [request, together.Head], entries.Concat(together?.Entries ?? []), stop);
        return new FollowedRequest(request, entries, attached.ToLookup(file => file.Entry, file => file.File), names, together, await calendars.CurrentAsync(stop), clock.GetUtcNow());
    }

    private async Task<Together> TogetherAsync(RequestId key, CancellationToken stop) => new(
        await db.Requests.AsNoTracking().Include(row => row.Orders).SingleAsync(row => row.Id == key, stop),
        await db.Timeline.AsNoTracking().Where(entry => entry.RequestId == key && entry.IsPublic && Together.Told.Contains(entry.Kind)).OrderBy(entry => entry.Id).ToListAsync(stop));

    private async Task<List<(Guid Entry, FileSummary File)>> FilesAsync(RequestId key, CancellationToken stop)
    {
        var links = await db.Files.AsNoTracking().Where(file => file.RequestId == key && file.IsPublic).ToDictionaryAsync(file => file.FileId, file => file.EntryId, stop);
        var stored = links.Count == 0 ? [] : await files.OfAsync(new Subject("request", key.Value), stop);
        return [.. stored.Where(file => links.ContainsKey(file.Id)).Select(file => (links[file.Id], file))];
    }

    private async Task<IReadOnlyDictionary<UnitId, string>> NamesAsync(IReadOnlyList<Request> requests, IEnumerable<TimelineEntry> entries, CancellationToken stop)
    {
        var wanted = requests.SelectMany(request => request.Orders.Select(order => order.UnitId).Append(request.Owner).Append(request.CurrentUnit))
            .Concat(entries.Select(entry => entry.UnitId).OfType<UnitId>());
        var names = new Dictionary<UnitId, string>();
        foreach (var unit in wanted.Distinct())
        {
            names[unit] = (await units.FindAsync(unit, stop))?.ShortName ?? "原单位";
        }

        return names;
    }
}

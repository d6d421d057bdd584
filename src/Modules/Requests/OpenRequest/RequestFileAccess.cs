using Microsoft.EntityFrameworkCore;
using UnionHall.Platform.Data;
using UnionHall.Platform.Files;
using UnionHall.Platform.Security;
using UnionHall.Requests.Acting;
using UnionHall.Requests.Data;
using UnionHall.Requests.FollowRequest;
using UnionHall.Requests.TrackRequest;

namespace UnionHall.Requests.OpenRequest;

/// <summary>
/// Who may fetch a request's file: staff in whose scope the request is, and its worker where the file is public. The union
/// of a worker's own employer sees no file of a hidden or anonymous request: a picture may tell who took it.
/// </summary>
internal sealed class RequestFileAccess(RequestsDb db, Scope scope, OwnUnit ownUnit, TrackedRequests tracked) : IFileAccess
{
    public string SubjectKind => "request";

    public async Task<bool> MayReadAsync(Subject subject, FileId file, Actor actor, CancellationToken stop)
    {
        var id = RequestId.From(subject.Id);
        var found = await (
            from link in db.Files.AsNoTracking()
            join request in db.Requests on link.RequestId equals request.Id
            join entry in db.Timeline on link.EntryId equals entry.Id
            where link.FileId == file && link.RequestId == id
            select new { link.IsPublic, entry.Kind, request.Visibility, request.WorksAt }).SingleOrDefaultAsync(stop);
        if (found is null)
        {
            return false;
        }

        if (found.IsPublic && (await tracked.MayFollowAsync(id, actor, stop) || (Together.Told.Contains(found.Kind) && await tracked.MayFollowUnderAsync(id, actor, stop))))
        {
            return true;
        }

        var reader = found.Visibility == Visibility.Named ? actor : await ownUnit.WithoutItAsync(actor, found.WorksAt, stop);
        return await scope.ReachesAsync(reader, id, stop);
    }
}

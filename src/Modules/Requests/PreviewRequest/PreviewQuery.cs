using Microsoft.EntityFrameworkCore;
using UnionHall.Organisation;
using UnionHall.Platform.Security;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.PreviewRequest;

/// <summary>What stands beside a list: the words, who has it, the latest line. One query.</summary>
internal sealed class PreviewQuery(Scope scope, RequestsDb db, UnitDirectory units, TimeProvider clock)
{
    public async Task<Preview?> FindAsync(Actor actor, string reference, CancellationToken stop)
    {
        if (Reference.Parse(reference) is not { } number)
        {
            return null;
        }

        // Joined, so that it becomes a lateral read of one request's entries; a sub-query in the projection would number all of them.
        var found = await (
            from request in scope.Requests(actor).AsNoTracking()
            where request.Reference == number
            from latest in db.Timeline.AsNoTracking().Where(entry => entry.RequestId == request.Id && entry.Text != null && entry.Kind != TimelineKind.Assigned)
                .OrderByDescending(entry => entry.Id).Take(1).DefaultIfEmpty()
            select new
            {
                request.Reference,
                request.Title,
                request.Words,
                request.State,
                request.Visibility,
                request.MatterType,
                request.Channel,
                request.CurrentUnit,
                request.SubmittedAt,
                request.NextDueAt,
                request.IsOpen,
                Files = db.Files.Count(file => file.RequestId == request.Id),
                Latest = latest,
            }).SingleOrDefaultAsync(stop);
        return found is null
            ? null
            : new Preview(
                found.Reference, found.Title, found.Words, found.State, found.Visibility, found.MatterType, found.Channel,
                (await units.FindAsync(found.CurrentUnit, stop))?.Name ?? "", found.SubmittedAt, found.NextDueAt, found.IsOpen, found.Files, found.Latest, clock.GetUtcNow());
    }
}

/// <summary>A request as it stands beside a list.</summary>
internal sealed record Preview(
    string Reference, string Title, string Words, RequestState State, Visibility Visibility, MatterType MatterType, Channel Channel, string Unit,
    DateTimeOffset SubmittedAt, DateTimeOffset NextDueAt, bool IsOpen, int Files, TimelineEntry? Latest, DateTimeOffset Now);

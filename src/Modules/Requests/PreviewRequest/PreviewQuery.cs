using Microsoft.EntityFrameworkCore;
using UnionHall.Organisation;
using UnionHall.Platform.Security;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.PreviewRequest;

/// <summary>What stands beside a list: the words, who has it, the latest line.</summary>
internal sealed class PreviewQuery(Scope scope, RequestsDb db, UnitDirectory units, TimeProvider clock)
{
    public async Task<Preview?> FindAsync(Actor actor, string reference, CancellationToken stop)
    {
        if (Reference.Parse(reference) is not { } number)
        {
            return null;
        }

        var found = await scope.Requests(actor).AsNoTracking().Where(request => request.Reference == number).Select(request => new
        {
            request.Id,
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
        }).SingleOrDefaultAsync(stop);
        if (found is null)
        {
            return null;
        }

        // A query of its own: joined, it becomes a numbering of every entry of every request.
        var latest = await db.Timeline.AsNoTracking()
            .Where(entry => entry.RequestId == found.Id && entry.Text != null && entry.Kind != TimelineKind.Assigned
                && entry.Kind != TimelineKind.Breached && entry.Kind != TimelineKind.DutyStarted && (entry.Kind != TimelineKind.Resumed || entry.Account != null) && entry.Kind != TimelineKind.Recomputed)
            .OrderByDescending(entry => entry.Id).FirstOrDefaultAsync(stop);
        return new Preview(
            found.Reference, found.Title, found.Words, found.State, found.Visibility, found.MatterType, found.Channel,
            (await units.FindAsync(found.CurrentUnit, stop))?.Name ?? "", found.SubmittedAt, found.NextDueAt, found.IsOpen, found.Files, latest, clock.GetUtcNow());
    }
}

/// <summary>A request as it stands beside a list.</summary>
internal sealed record Preview(
    string Reference, string Title, string Words, RequestState State, Visibility Visibility, MatterType MatterType, Channel Channel, string Unit,
    DateTimeOffset SubmittedAt, DateTimeOffset NextDueAt, bool IsOpen, int Files, TimelineEntry? Latest, DateTimeOffset Now);

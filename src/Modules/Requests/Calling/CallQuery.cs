using Microsoft.EntityFrameworkCore;
using UnionHall.Organisation;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;
using UnionHall.Requests.Intake;

namespace UnionHall.Requests.Calling;

/// <summary>One follow-up with its case beside it, for its caller.</summary>
internal sealed class CallQuery(CallDesk desk, CallList list, RequestsDb db, ReworkDesk reworks, UnitDirectory units, IdentitySeal seal, TimeProvider clock)
{
    public async Task<CallView?> FindAsync(Actor actor, Guid id, bool showPhone, CancellationToken stop)
    {
        if (await desk.FindAsync(actor, id, stop) is not { } found)
        {
            return null;
        }

        var (followUp, request) = found;
        var requester = await db.Requesters.AsNoTracking().SingleOrDefaultAsync(row => row.RequestId == request.Id, stop);
        var phone = followUp.Means == FollowUpMeans.Call && requester is not null ? seal.Open(requester).Phone : null;
        var rule = await db.Context.Set<SamplingRule>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == followUp.RuleId, stop);
        return new CallView
        {
            FollowUp = followUp,
            Request = request,
            Name = list.NameOf(request.Visibility, requester),
            Tail = phone is { Length: > 4 } ? phone[^4..] : null,
            Phone = showPhone && followUp.IsOpen ? phone : null,
            Barred = await desk.RefusalAsync(actor, request, stop),
            Reply = await ReplyAsync(request.Id, stop),
            Word = await db.WorkerWords.AsNoTracking().SingleOrDefaultAsync(row => row.RequestId == request.Id && row.Round == followUp.Round, stop),
            Attempts = await db.Attempts.AsNoTracking().Where(row => row.FollowUpId == id).OrderBy(row => row.Id).ToListAsync(stop),
            Measured = (await units.FindAsync(followUp.UnitId, stop))?.ShortName ?? "原单位",
            Rule = rule,
            AttemptsMost = (await FollowUpNumbers.OfAsync(db, clock.GetUtcNow(), stop)).Attempts,
            Rework = followUp.IsOpen && request.State == RequestState.Closed ? await reworks.PlanAsync(request, stop) : null,
            Caller = actor.Where(Permission.CallFollowUps).Select(grant => grant.UnitName).FirstOrDefault() ?? "工会",
            Now = clock.GetUtcNow(),
        };
    }

    private Task<TimelineEntry?> ReplyAsync(RequestId request, CancellationToken stop) => db.Timeline.AsNoTracking()
        .Where(entry => entry.RequestId == request && (entry.Kind == TimelineKind.Replied || (entry.Kind == TimelineKind.Closed && entry.Text != null)))
        .OrderByDescending(entry => entry.Id).FirstOrDefaultAsync(stop);
}

/// <summary>All that the call page shows.</summary>
internal sealed record CallView
{
    public required FollowUp FollowUp { get; init; }

    public required Request Request { get; init; }

    public required string Name { get; init; }

    /// <summary>The last four digits; null where there is no phone.</summary>
    public string? Tail { get; init; }

    /// <summary>Only on the answer to one who is about to call.</summary>
    public string? Phone { get; init; }

    public Refusal? Barred { get; init; }

    public TimelineEntry? Reply { get; init; }

    public WorkerWord? Word { get; init; }

    public required IReadOnlyList<FollowUpAttempt> Attempts { get; init; }

    public required string Measured { get; init; }

    public SamplingRule? Rule { get; init; }

    public int AttemptsMost { get; init; }

    /// <summary>Where "not solved" sends it and until when.</summary>
    public (UnitSummary Unit, DateTimeOffset DueAt)? Rework { get; init; }

    public required string Caller { get; init; }

    public DateTimeOffset Now { get; init; }

    public bool MayCall => FollowUp is { IsOpen: true, Means: FollowUpMeans.Call } && Barred is null;
}

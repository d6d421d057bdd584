using Microsoft.EntityFrameworkCore;
using UnionHall.Organisation;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Acting;
using UnionHall.Requests.ConfirmRequest;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.AskReview;

/// <summary>Puts what the measured unit asks before somebody above it.</summary>
internal sealed class AskReviewHandler(RequestDesk desk, RequestsDb db, HigherUnit higher, UnitDirectory units, EntryFiles files, TimeProvider clock)
{
    public async Task<Result> HandleAsync(Actor actor, string reference, AskReviewForm form, CancellationToken stop)
    {
        if (await desk.FindAsync(actor, reference, stop) is not { } request)
        {
            return DeskRefusals.NotFound;
        }

        if (EnumText.TryParse<ReviewKind>(form.Kind) is not { } kind)
        {
            return new Refusal("kind-missing", "选一下申请什么。", nameof(form.Kind));
        }

        var round = RoundOf(request);
        var followUp = await db.FollowUps.SingleOrDefaultAsync(row => row.RequestId == request.Id && row.Round == round, stop);
        var unit = followUp?.UnitId ?? await higher.AnsweredAsync(request, stop);
        if (await RefusalAsync(actor, request, round, kind, followUp, unit, stop) is { } refusal)
        {
            return refusal;
        }

        return await files.WordsRefusalAsync(form, stop)
            ?? (form.Files.Count == 0 ? ReviewRefusals.NoFile : await SaveAsync(request, round, kind, unit, form, actor, stop));
    }

    /// <summary>The last round that has ended; 0 before the first has.</summary>
    public static int RoundOf(Request request) => request.ClosedAt is null ? request.Round - 1 : request.Round;

    private async Task<Refusal?> RefusalAsync(Actor actor, Request request, int round, ReviewKind kind, FollowUp? followUp, UnitId unit, CancellationToken stop)
    {
        if (round == 0 || request.State is RequestState.Declined or RequestState.Withdrawn)
        {
            return ReviewRefusals.NotEnded;
        }

        if (!actor.Can(Permission.HandleRequests, unit, (await units.LineageAsync(unit, stop)).Select(above => above.UnitId)))
        {
            return ReviewRefusals.NotYours;
        }

        return followUp?.SetAside is not null ? ReviewRefusals.LaidAside
            : kind == ReviewKind.Appeal && followUp?.State != FollowUpState.Done ? ReviewRefusals.NoAnswer
            : await db.Reviews.AnyAsync(row => row.RequestId == request.Id && row.Round == round && row.DecidedAt == null, stop) ? ReviewRefusals.Waits
            : null;
    }

    private async Task<Result> SaveAsync(Request request, int round, ReviewKind kind, UnitId unit, AskReviewForm form, Actor actor, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var entry = request.AskReview(kind, unit, form.Words, actor, now);
        var attached = await files.AttachAsync(entry, form.Files, actor, stop);
        if (!attached.Succeeded)
        {
            db.Context.ChangeTracker.Clear();
            return attached;
        }

        db.Reviews.Add(ScoringReview.Ask(request, round, unit, kind, entry, actor, now));
        return await desk.SaveAsync(actor, stop);
    }
}

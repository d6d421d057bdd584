using Microsoft.EntityFrameworkCore;
using Npgsql;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;
using UnionHall.Requests.Following;
using UnionHall.Requests.Settings;
using UnionHall.Requests.TrackRequest;
using UnionHall.Text;

namespace UnionHall.Requests.SayFeedback;

/// <summary>
/// Stores the worker's word on the end, or changes it. Where his own page asks in place of a caller, it is the follow-up's answer too;
/// where he says "not solved", he is called first, or asked again (<see cref="FollowUpWord"/>).
/// </summary>
internal sealed class SayFeedbackHandler(RequestsDb db, TrackedRequests tracked, FeedbackLinks links, FeedbackWindow window, WorkerWordBook book, FollowUpWord followed, RequestSettings settings)
{
    /// <summary>The request, when this person followed it or came by its link; null for unknown and other people's alike.</summary>
    public async Task<Request?> FindAsync(Actor actor, string reference, string? token, CancellationToken stop) =>
        Reference.Parse(reference) is { } number && await db.FindAsync(number, stop) is { } request
        && (links.Opens(token, request) || await tracked.MayFollowAsync(request.Id, actor, stop)) ? request : null;

    public async Task<Result> HandleAsync(Actor actor, string reference, string? token, SayFeedbackForm form, CancellationToken stop)
    {
        if (await FindAsync(actor, reference, token, stop) is not { } request)
        {
            return WorkerDesk.NotYours;
        }

        if (!await window.IsOpenAsync(request, stop))
        {
            return FollowUpRefusals.WordLate;
        }

        var words = PlainText.Clean(form.Words);
        var most = (await settings.InForceAsync(stop)).WordsMost;
        if (words.Length > 0 && WorkerWords.Read(words, most, "", nameof(form.Words)).Refusal is { } tooLong)
        {
            return tooLong;
        }

        var followUp = await FollowUpAsync(request, stop);
        var asksHere = followUp is { IsOpen: true, Means: FollowUpMeans.OwnPage } && !request.IsMerged;
        var said = Read(form, words.Length == 0 ? null : words, asksHere);
        return said.Value is { } word ? await SaveAsync(request, followUp, word, form, WorkerActor.Of(actor, request.Visibility), stop) : said;
    }

    /// <summary>A matter is followed up once, at its head; what others say who stand under it makes haste there.</summary>
    private Task<FollowUp?> FollowUpAsync(Request request, CancellationToken stop) => request.HeadId is { } head
        ? db.FollowUps.Where(row => row.RequestId == head).OrderByDescending(row => row.Round).FirstOrDefaultAsync(stop)
        : db.FollowUps.SingleOrDefaultAsync(row => row.RequestId == request.Id && row.Round == request.Round, stop);

    private async Task<Result> SaveAsync(Request request, FollowUp? followUp, Said said, SayFeedbackForm form, Actor worker, CancellationToken stop)
    {
        await book.KeepAsync(request, said, "link", stop);
        await followed.TakeAsync(request, followUp, said, EnumText.TryParse<HeardContact>(form.Contacted), worker, stop);
        try
        {
            await db.SaveAsync(worker, stop);
            return Result.Done;
        }
        catch (Exception problem) when (problem is DbUpdateConcurrencyException or DbUpdateException { InnerException: PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } })
        {
            db.Context.ChangeTracker.Clear();
            return WorkerDesk.Collided;
        }
    }

    private static Result<Said> Read(SayFeedbackForm form, string? words, bool asksHere) =>
        EnumText.TryParse<HeardSolved>(form.Solved) is not { } solved ? new Refusal("solved-missing", "选一下：解决了没有。", nameof(form.Solved))
        : EnumText.TryParse<Rating>(form.Rating) is not { } rating ? new Refusal("rating-missing", "选一下：满意不满意。", nameof(form.Rating))
        : asksHere && EnumText.TryParse<HeardContact>(form.Contacted) is null ? new Refusal("contacted-missing", "选一下：有没有人联系过您。", nameof(form.Contacted))
        : new Said(solved, rating, [.. SayFeedbackForm.Known.Intersect(form.Reasons, StringComparer.Ordinal)], words);
}

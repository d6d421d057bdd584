using Microsoft.EntityFrameworkCore;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;
using UnionHall.Requests.Following;
using UnionHall.Requests.Retaliation;
using UnionHall.Requests.Settings;
using UnionHall.Requests.ShowReceipt;
using UnionHall.Requests.TrackRequest;

namespace UnionHall.Requests.SayRetaliation;

/// <summary>The worker says himself whether he was given a hard time.</summary>
internal sealed class SayRetaliationHandler(RequestsDb db, TrackedRequests tracked, RetaliationDesk desk, RequestSettings settings, Receipts receipts, TimeProvider clock)
{
    private static readonly Actor Worker = new(null, "职工", []);

    /// <summary>The question that is asked now of somebody who may follow this request; null where there is none.</summary>
    public async Task<RetaliationCheck?> FindAsync(Actor actor, string reference, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        if (Reference.Parse(reference) is not { } number
            || await db.Requests.Where(row => row.Reference == number).Select(row => (RequestId?)row.Id).SingleOrDefaultAsync(stop) is not { } id
            || !await tracked.MayFollowAsync(id, actor, stop))
        {
            return null;
        }

        return await db.RetaliationChecks.Where(row => row.RequestId == id && row.State == RetaliationState.Open && row.AskFrom <= now).OrderBy(row => row.Turn).FirstOrDefaultAsync(stop);
    }

    /// <summary>Where he goes on: to the receipt of the report, or back.</summary>
    public async Task<Result<string>> HandleAsync(Actor actor, string reference, string? answer, string? typed, CancellationToken stop)
    {
        if (await FindAsync(actor, reference, stop) is not { } check)
        {
            return RetaliationRefusals.Ended;
        }

        if (answer is not ("yes" or "no"))
        {
            return new Refusal("answer-missing", "选一下：有，还是没有。", "Answer");
        }

        var words = answer == "no" ? null : WorkerWords.Read(typed, (await settings.InForceAsync(stop)).WordsMost, RetaliationRefusals.NoWords.Sentence, "Words");
        if (words?.Refusal is { } refusal)
        {
            return refusal;
        }

        var answered = await desk.AnswerAsync(check, answer == "yes", words?.Value, Channel.Web, Worker, stop);
        if (answered.Refusal is { } refused)
        {
            db.Context.ChangeTracker.Clear();
            return refused;
        }

        var address = answered.Value is { } report ? receipts.Issue(report) : $"/requests/track/{Reference.Parse(reference)}";
        try
        {
            await db.SaveAsync(Worker, stop);
            return address;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.Context.ChangeTracker.Clear();
            return WorkerDesk.Collided;
        }
    }
}

using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;
using UnionHall.Requests.Acting;
using UnionHall.Requests.Calling;
using UnionHall.Requests.Clocks;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;
using UnionHall.Text;

namespace UnionHall.Requests.CallWorker;

/// <summary>Stores what came of a call. "Not solved" opens the request again, in the same transaction.</summary>
internal sealed class CallWorkerHandler(CallDesk desk, RequestsDb db, ReworkDesk reworks, ClockDesk clocks, EntryLimits limits)
{
    /// <summary>Shows the phone to one who is about to call.</summary>
    public async Task<Result> ClaimAsync(Actor actor, Guid id, CancellationToken stop)
    {
        if (await desk.FindAsync(actor, id, stop) is not { } found)
        {
            return FollowUpRefusals.NotFound;
        }

        if (await desk.RefusalAsync(actor, found.Request, stop) is { } refusal)
        {
            return await BarAsync(found.FollowUp, refusal, actor, stop);
        }

        var claimed = found.FollowUp.Claim(actor, clocks.Now);
        return claimed.Succeeded ? await desk.SaveAsync(actor, stop) : claimed;
    }

    public async Task<Result> HandleAsync(Actor actor, Guid id, CallWorkerForm form, CancellationToken stop)
    {
        if (await desk.FindAsync(actor, id, stop) is not { } found)
        {
            return FollowUpRefusals.NotFound;
        }

        var remarks = PlainText.Clean(form.Remarks);
        if (await desk.RefusalAsync(actor, found.Request, stop) is { } barred)
        {
            return await BarAsync(found.FollowUp, barred, actor, stop);
        }

        if (await limits.RefusalAsync(remarks, nameof(form.Remarks), stop) is { } tooLong)
        {
            return tooLong;
        }

        if (form.Seen is { } seen && seen != found.FollowUp.Version)
        {
            return FollowUpRefusals.Collided;
        }

        var said = remarks.Length == 0 ? null : remarks;
        var result = form.Outcome == "answer"
            ? await AnswerAsync(found.FollowUp, found.Request, form, said, actor, stop)
            : await AttemptAsync(found.FollowUp, form, said, actor, stop);
        if (result.Value is not { } attempt)
        {
            return result;
        }

        db.Attempts.Add(attempt);
        return await desk.SaveAsync(actor, stop);
    }

    private async Task<Result> BarAsync(FollowUp followUp, Refusal refusal, Actor actor, CancellationToken stop)
    {
        db.Attempts.Add(followUp.Bar(actor, clocks.Now));
        await desk.SaveAsync(actor, stop);
        return refusal;
    }

    private async Task<Result<FollowUpAttempt>> AttemptAsync(FollowUp followUp, CallWorkerForm form, string? note, Actor actor, CancellationToken stop)
    {
        if (EnumText.TryParse<AttemptOutcome>(form.Outcome) is not { } outcome || outcome is AttemptOutcome.Reached or AttemptOutcome.Barred)
        {
            return new Refusal("outcome-missing", "选一下打得怎么样。", nameof(form.Outcome));
        }

        var again = form.Again is { } typed && typed.Year is > 2000 and < 9000 ? ChinaTime.At(DateOnly.FromDateTime(typed), TimeOnly.FromDateTime(typed)) : (DateTimeOffset?)null;
        return followUp.Attempt(outcome, note, again, (await FollowUpNumbers.OfAsync(db, clocks.Now, stop)).Attempts, actor, clocks.Now);
    }

    private async Task<Result<FollowUpAttempt>> AnswerAsync(FollowUp followUp, Request request, CallWorkerForm form, string? remarks, Actor actor, CancellationToken stop)
    {
        var heard = Read(form, remarks);
        if (heard.Refusal is { } missing)
        {
            return missing;
        }

        if (followUp.Means == FollowUpMeans.OwnPage)
        {
            return FollowUpRefusals.NoPhone;
        }

        var answered = followUp.Answer(heard.Value!, actor, clocks.Now);
        if (answered.Succeeded && heard.Value!.Solved != HeardSolved.Solved)
        {
            var redone = await reworks.RedoAsync(followUp, request, remarks, actor, stop);
            return redone.Refusal is { } refusal ? refusal : answered;
        }

        return answered;
    }

    public static Result<Heard> Read(CallWorkerForm form, string? remarks) =>
        EnumText.TryParse<HeardContact>(form.Contacted) is not { } contacted ? new Refusal("contacted-missing", "选一下：有没有人联系过。", nameof(form.Contacted))
        : EnumText.TryParse<HeardSolved>(form.Solved) is not { } solved ? new Refusal("solved-missing", "选一下：解决了没有。", nameof(form.Solved))
        : EnumText.TryParse<Rating>(form.Rating) is not { } rating ? new Refusal("rating-missing", "选一下：满意不满意。", nameof(form.Rating))
        : new Heard(contacted, solved, rating, form.True switch { "yes" => true, "no" => false, _ => null }, remarks);
}

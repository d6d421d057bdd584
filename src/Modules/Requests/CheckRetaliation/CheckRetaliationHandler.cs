using Microsoft.EntityFrameworkCore;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Acting;
using UnionHall.Requests.Calling;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;
using UnionHall.Requests.Intake;
using UnionHall.Requests.Retaliation;
using UnionHall.Text;

namespace UnionHall.Requests.CheckRetaliation;

/// <summary>Keeps what a caller heard; never one who handled the matter.</summary>
internal sealed class CheckRetaliationHandler(RequestsDb db, CheckList list, CallDesk calls, RetaliationDesk desk, EntryLimits limits)
{
    public async Task<Refusal?> BarredAsync(Actor actor, RetaliationCheck check, CancellationToken stop) =>
        await calls.RefusalAsync(actor, await db.Requests.AsNoTracking().Include(row => row.Orders).SingleAsync(row => row.Id == check.RequestId, stop), stop);

    /// <summary>Shows the phone, on the record, to one who is about to call.</summary>
    public async Task<Result> ClaimAsync(Actor actor, Guid id, CancellationToken stop)
    {
        if (await list.FindAsync(actor, id, stop) is not { } check)
        {
            return RetaliationRefusals.NotFound;
        }

        if (await BarredAsync(actor, check, stop) is { } barred)
        {
            return barred;
        }

        db.Context.Happened(new PhoneShown(check.RequestId, check.Id));
        return await calls.SaveAsync(actor, stop);
    }

    /// <summary>The report with its passphrase where the worker said yes.</summary>
    public async Task<Result<Received?>> HandleAsync(Actor actor, Guid id, CheckRetaliationForm form, CancellationToken stop)
    {
        if (await list.FindAsync(actor, id, stop) is not { } check)
        {
            return RetaliationRefusals.NotFound;
        }

        var words = PlainText.Clean(form.Words);
        if ((await BarredAsync(actor, check, stop) ?? await limits.RefusalAsync(words, nameof(form.Words), stop) ?? (form.Seen is { } seen && seen != check.Version ? FollowUpRefusals.Collided : null)) is { } refusal)
        {
            return refusal;
        }

        var result = form.Answer switch
        {
            "no" or "yes" => await desk.AnswerAsync(check, form.Answer == "yes", words, Channel.Phone, actor, stop),
            "unreached" => new Result<Received?>(null, (await desk.NotReachedAsync(check, actor, stop)).Refusal),
            _ => RetaliationRefusals.NoAnswer,
        };
        if (!result.Succeeded)
        {
            db.Context.ChangeTracker.Clear();
            return result;
        }

        return (await calls.SaveAsync(actor, stop)).Refusal is { } collided ? collided : result;
    }
}

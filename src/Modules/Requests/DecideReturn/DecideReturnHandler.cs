using Microsoft.EntityFrameworkCore;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Acting;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;
using UnionHall.Requests.ReturnRequest;

namespace UnionHall.Requests.DecideReturn;

/// <summary>Decides over an objection, at or above the unit that dispatched.</summary>
internal sealed class DecideReturnHandler(RequestDesk desk, RequestsDb db, UpperUnit upper, RightUnit rights, TimeProvider clock)
{
    private static readonly Refusal NoWords = new("words-missing", "不同意要写为什么，申请的单位要看。", nameof(DecideReturnForm.Text));

    private static readonly Refusal NoAnswer = new("answer-missing", "选一下同意还是不同意。", nameof(DecideReturnForm.Answer));

    public async Task<Result> HandleAsync(Actor actor, string reference, DecideReturnForm form, CancellationToken stop) => form switch
    {
        { Answer: not ("yes" or "no") } => NoAnswer,
        { Answer: "no", Words: null } => NoWords,
        _ => await desk.ActAsync(Act.DecideReturn, actor, reference, form.Seen, request => DecideAsync(request, form, actor, stop), stop, request => request.SentFrom?.UnitId),
    };

    private async Task<Result> DecideAsync(Request request, DecideReturnForm form, Actor actor, CancellationToken stop)
    {
        var right = await rights.FindAsync(form.RightWords, stop);
        if (!right.Succeeded)
        {
            return right;
        }

        var order = request.CurrentOrder!;
        return await db.Returns.SingleOrDefaultAsync(one => one.OrderId == order.Id && one.Accepted == null, stop) is { } ask
            ? request.DecideReturn(ask, form.Answer == "yes", form.Words, right.Value, await upper.TakerAsync(request, request.SentFrom!.UnitId, stop), actor, clock.GetUtcNow())
            : HopRefusals.ReturnDecided;
    }
}

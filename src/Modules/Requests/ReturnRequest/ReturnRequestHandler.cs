using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;
using UnionHall.Requests.Acting;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.ReturnRequest;

/// <summary>Objects to a dispatch within its window.</summary>
internal sealed class ReturnRequestHandler(RequestDesk desk, RequestsDb db, ReturnWindow window, RightUnit rights, TimeProvider clock)
{
    public Task<Result> HandleAsync(Actor actor, string reference, ReturnRequestForm form, CancellationToken stop) =>
        desk.ActAsync(Act.AskReturn, actor, reference, form.Seen, request => AskAsync(request, form, actor, stop), stop);

    private async Task<Result> AskAsync(Request request, ReturnRequestForm form, Actor actor, CancellationToken stop)
    {
        var right = await rights.FindAsync(form.RightWords, stop);
        if (!right.Succeeded || request.CurrentOrder is not { } order)
        {
            return right.Succeeded ? HopRefusals.NotSent : right;
        }

        var until = await window.EndAsync(request.MatterType, request.Urgency, order.DispatchedAt, stop);
        var asked = request.AskReturn(form.Words, right.Value, until, SpokenTime.By(until, clock.GetUtcNow()), actor, clock.GetUtcNow());
        if (asked.Value is { } ask)
        {
            db.Returns.Add(ask);
        }

        return asked;
    }
}

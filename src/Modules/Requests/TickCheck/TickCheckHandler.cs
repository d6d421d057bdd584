using Microsoft.EntityFrameworkCore;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Acting;
using UnionHall.Requests.Checks;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.TickCheck;

/// <summary>Ticks an item of the checklist, or takes the tick off.</summary>
internal sealed class TickCheckHandler(RequestDesk desk, RequestsDb db, CheckBook checks, TimeProvider clock)
{
    private static readonly Refusal Gone = new("check-gone", "清单上没有这一项了，刷新看看。");

    public Task<Result> HandleAsync(Actor actor, string reference, string key, bool done, CancellationToken stop) =>
        desk.ActAsync(Act.Tick, actor, reference, null, request => TickAsync(request, key, done, actor, stop), stop);

    private async Task<Result> TickAsync(Request request, string key, bool done, Actor actor, CancellationToken stop)
    {
        var (now, row) = (clock.GetUtcNow(), (await checks.OfAsync(request.Id, request.Round, request.ServiceId, stop)).FirstOrDefault(row => row.Check.Key == key));
        if (row is null)
        {
            return Gone;
        }

        if (row.Done is null == !done)
        {
            return Result.Done;
        }

        if (done)
        {
            db.Checks.Add(new RequestCheck { RequestId = request.Id, Round = request.Round, Key = key, Label = row.Check.Label, Account = actor.Account, ActorName = actor.Name, At = now });
        }
        else
        {
            db.Checks.Remove(await db.Checks.SingleAsync(check => check.RequestId == request.Id && check.Round == request.Round && check.Key == key, stop));
        }

        return request.Tick(row.Check, done, actor, now);
    }
}

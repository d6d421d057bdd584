using UnionHall.Platform;
using UnionHall.Platform.Security;

namespace UnionHall.Requests.Domain;

/// <summary>退单: a unit objects to a dispatch, somebody at or above the dispatching unit decides. The clock never stops meanwhile.</summary>
internal sealed partial class Request
{
    public int Returns => orders.Count(order => order.Ended == OrderEnd.Returned);

    /// <param name="rightUnit">Where it should go, as far as the unit knows.</param>
    /// <param name="until">The end of the objection window.</param>
    /// <param name="untilWords">The same in words.</param>
    public Result<OrderReturn> AskReturn(string reason, UnitId? rightUnit, DateTimeOffset until, string untilWords, Actor actor, DateTimeOffset at)
    {
        if (State is not (RequestState.Dispatched or RequestState.Acknowledged))
        {
            return Refusals.NotWhile(State, "退单");
        }

        if (CurrentOrder is not { Way: OrderWay.Dispatched } order || SentFrom is not { } from)
        {
            return HopRefusals.NotSent;
        }

        if (order.ReturnAskedAt is not null || at > until)
        {
            return order.ReturnAskedAt is not null ? HopRefusals.ReturnedBefore : HopRefusals.ReturnLate(untilWords);
        }

        if (orders.Exists(side => side.IsOpenSide && side.ParentId == order.Id))
        {
            return HopRefusals.OwnSides;
        }

        order.AskReturn(at);
        Tell(TimelineKind.ReturnAsked, actor, at, CurrentUnit, reason, isPublic: false);
        var ask = OrderReturn.Of(this, order, from.UnitId, reason, rightUnit, actor, at);
        ask.Events.Add(new ReturnAsked(Id, Reference, ask.Id, order.UnitId, from.UnitId));
        PlanSweep();
        return ask;
    }

    /// <param name="taker">Who goes on where the order goes back to; another unit where that one was merged since.</param>
    public Result DecideReturn(OrderReturn ask, bool accepted, string? words, UnitId? rightUnit, UnitId taker, Actor actor, DateTimeOffset at)
    {
        if (CurrentOrder is not { ReturnWaits: true } order || order.Id != ask.OrderId)
        {
            return HopRefusals.ReturnDecided;
        }

        if (ask.Decide(accepted, words, rightUnit, actor, at).Refusal is { } refusal)
        {
            return refusal;
        }

        ask.Events.Add(new ReturnDecided(Id, Reference, ask.Id, order.UnitId, accepted, ask.AskedBy));
        if (!accepted)
        {
            order.RefuseReturn(at);
            Tell(TimelineKind.ReturnRefused, actor, at, CurrentUnit, words, isPublic: false);
            PlanSweep();
            return Result.Done;
        }

        GoBack(OrderEnd.Returned, ask.Reason, taker, at);
        var isToDispatch = SentFrom is null && !InDispute;
        Move(State == RequestState.Asked ? RequestState.Asked : isToDispatch ? RequestState.Submitted : RequestState.Acknowledged, CurrentOrder!.DueAt);
        Tell(TimelineKind.Returned, actor, at, CurrentUnit);
        return Result.Done;
    }
}

using UnionHall.Platform;
using UnionHall.Platform.Security;

namespace UnionHall.Requests.Domain;

/// <summary>What the worker does with his own request.</summary>
internal sealed partial class Request
{
    /// <summary>Who looked at it before has not read this: what he sends is refused as collided.</summary>
    public DateTimeOffset? SupplementedAt { get; private set; }

    /// <summary>Answers the desk's question.</summary>
    public Result<TimelineEntry> Answer(string text, Actor worker, DateTimeOffset at)
    {
        if (State != RequestState.Asked)
        {
            return Refusals.NotWhileForWorker(State, "回话");
        }

        Move(CurrentOrder is { AcknowledgedAt: null } ? RequestState.Dispatched : RequestState.Acknowledged, NextDueAt);
        Events.Add(new WorkerAnswered(Id, Reference, CurrentUnit, Assignee));
        return Tell(TimelineKind.Answered, worker, at, null, text);
    }

    /// <summary>Adds to what was said, while it is not ended.</summary>
    public Result<TimelineEntry> Supplement(string text, Actor worker, DateTimeOffset at)
    {
        if (ClosedAt is not null)
        {
            return Refusals.NotWhileForWorker(State, "补充");
        }

        SupplementedAt = at;
        Events.Add(new RequestSupplemented(Id, Reference, CurrentUnit, Assignee));
        return Tell(TimelineKind.Supplemented, worker, at, null, text);
    }

    /// <summary>The worker's word: solved. Ends it.</summary>
    public Result ConfirmSolved(Rating? rating, string? comment, Actor worker, DateTimeOffset at)
    {
        if (State != RequestState.Replied)
        {
            return Refusals.NotWhileForWorker(State, "确认");
        }

        Tell(TimelineKind.Confirmed, worker, at, null, comment);
        End(RequestState.Closed, Requests.Outcome.Solved, rating, at);
        return Result.Done;
    }

    /// <summary>The worker's word: not solved. It goes to a person above the handler, never back to the handler alone.</summary>
    /// <param name="above">The unit above the one that answered; the same unit at the top of the tree, where its chair decides.</param>
    /// <param name="term">When that person must have contacted the worker.</param>
    public Result Dispute(UnitId above, HopTerm term, string reason, Actor worker, DateTimeOffset at)
    {
        if (State != RequestState.Replied)
        {
            return Refusals.NotWhileForWorker(State, "确认");
        }

        var from = CurrentUnit;
        orders.Add(WorkOrder.For(Id, orders.MaxBy(order => order.Id.Value), above, at, term, null, OrderWay.Disputed));
        PassTo(above);
        Rating = null;
        Disputes++;
        Move(RequestState.Disputed, term.DueAt);
        Tell(TimelineKind.Disputed, worker, at, above, reason);
        Events.Add(new RequestDisputed(Id, Reference, from, above));
        return Result.Done;
    }

    /// <summary>The worker takes it back.</summary>
    public Result Withdraw(string? reason, Actor worker, DateTimeOffset at)
    {
        if (ClosedAt is not null)
        {
            return Refusals.NotWhileForWorker(State, "撤回");
        }

        Leave();
        Tell(TimelineKind.Withdrawn, worker, at, null, reason);
        End(RequestState.Withdrawn, Requests.Outcome.Withdrawn, null, at);
        return Result.Done;
    }
}

using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Text;

namespace UnionHall.Requests.Domain;

/// <summary>What the desk does with a request.</summary>
internal sealed partial class Request
{
    /// <summary>Sends it to a unit below with a deadline of its own.</summary>
    /// <param name="between">The levels it passes over, which are informed.</param>
    public Result Dispatch(UnitId to, HopTerm term, string? instruction, Actor actor, DateTimeOffset at, IReadOnlyList<UnitId>? between = null)
    {
        if (State is not (RequestState.Submitted or RequestState.Dispatched or RequestState.Acknowledged or RequestState.Disputed))
        {
            return Refusals.NotWhile(State, "派单");
        }

        if (((to == CurrentUnit ? Refusals.SameUnit : null) ?? TermRefusal(term, at) ?? WaitsRefusal()) is { } refusal)
        {
            return refusal;
        }

        var from = CurrentUnit;
        var order = WorkOrder.For(Id, CurrentOrder, to, at, term, instruction, OrderWay.Dispatched);
        CurrentOrder?.Acknowledge(at);
        CurrentOrder?.PassContactOn(at);
        orders.Add(order);
        PassTo(to);
        Move(RequestState.Dispatched, term.DueAt);
        Tell(TimelineKind.Dispatched, actor, at, to, instruction, isPublic: false);
        Events.Add(new RequestDispatched(Id, Reference, order.Id, from, to, term.DueAt));
        Inform(between ?? [], actor, at);
        return Result.Done;
    }

    /// <summary>签收: the unit takes it on; who does so has it on his desk.</summary>
    public Result Acknowledge(Actor actor, DateTimeOffset at)
    {
        if (State is not (RequestState.Submitted or RequestState.Dispatched or RequestState.Disputed))
        {
            return Refusals.NotWhile(State, "签收");
        }

        var order = CurrentOrder!;
        order.Acknowledge(at);
        Assignee ??= actor.Account;
        Move(RequestState.Acknowledged, order.DueAt);
        Tell(TimelineKind.Acknowledged, actor, at, CurrentUnit);
        Events.Add(new RequestAcknowledged(Id, order.Id, CurrentUnit));
        return Result.Done;
    }

    /// <summary>Puts it on someone's desk, or back to the whole unit.</summary>
    public Result Assign(AccountId? assignee, string? assigneeName, Actor actor, DateTimeOffset at)
    {
        if (!IsOpen)
        {
            return Refusals.NotWhile(State, "转交");
        }

        if (Assignee == assignee)
        {
            return Result.Done;
        }

        Assignee = assignee;
        Tell(TimelineKind.Assigned, actor, at, CurrentUnit, assigneeName ?? "本单位", isPublic: false);
        Events.Add(new RequestAssigned(Id, Reference, assignee));
        return Result.Done;
    }

    /// <summary>Asks the worker for more; the limit runs on.</summary>
    public Result Ask(string question, Actor actor, DateTimeOffset at)
    {
        if (State is not (RequestState.Submitted or RequestState.Dispatched or RequestState.Acknowledged or RequestState.Disputed))
        {
            return Refusals.NotWhile(State, "再问职工");
        }

        CurrentOrder?.Acknowledge(at);
        InTouch(at);
        Assignee ??= actor.Account;
        Move(RequestState.Asked, NextDueAt);
        Tell(TimelineKind.Asked, actor, at, CurrentUnit, question);
        FirstReplyAt ??= at;
        Events.Add(new WorkerAsked(Id, Reference));
        return Result.Done;
    }

    public TimelineEntry AddNote(string text, Actor actor, DateTimeOffset at)
    {
        Events.Add(new NoteAdded(Id));
        return Tell(TimelineKind.Note, actor, at, CurrentUnit, text, isPublic: false);
    }

    /// <summary>Answers the worker, who is then asked whether it is solved.</summary>
    /// <param name="confirmBy">Until when silence is waited for.</param>
    /// <param name="by">The unit for which the actor answers; null: the one that has it. A dispute goes above this unit.</param>
    public Result<TimelineEntry> Reply(string text, DateTimeOffset confirmBy, Actor actor, DateTimeOffset at, UnitId? by = null)
    {
        if (!IsOpen)
        {
            return Refusals.NotWhile(State, "答复");
        }

        if (SidesRefusal() is { } refusal)
        {
            return refusal;
        }

        var atOnce = State == RequestState.Submitted && orders.Count == 1;
        InTouch(at);
        foreach (var order in orders)
        {
            order.Acknowledge(at);
            order.End(OrderEnd.Answered, null, at);
        }

        Assignee ??= actor.Account;
        FirstReplyAt ??= at;
        RepliedAt = at;
        FirstAnswerAt ??= at;
        Move(RequestState.Replied, confirmBy);
        Events.Add(new RequestReplied(Id, Reference, CurrentUnit, atOnce));
        return Tell(TimelineKind.Replied, actor, at, by ?? CurrentUnit, text);
    }

    /// <summary>An item of the checklist was done, or was not after all.</summary>
    public Result Tick(ServiceCheck check, bool done, Actor actor, DateTimeOffset at)
    {
        if (!IsOpen)
        {
            return Refusals.NotWhile(State, "改清单");
        }

        Tell(done ? TimelineKind.Ticked : TimelineKind.Unticked, actor, at, CurrentUnit, check.Label, isPublic: false);
        Events.Add(new CheckTicked(Id, check.Key, done));
        return Result.Done;
    }

    /// <summary>Keeps what its writer was told about an answer and did not mend.</summary>
    public void PassOver(string? hints, Actor actor, DateTimeOffset at)
    {
        if (hints is not null)
        {
            Tell(TimelineKind.HintsPassed, actor, at, CurrentUnit, hints, isPublic: false);
        }
    }

    /// <summary>Keeps what an answer was made from: a path of the desk and a title each.</summary>
    public void KeepSources(IReadOnlyCollection<string> sources, Actor actor, DateTimeOffset at)
    {
        if (sources.Where(source => source.StartsWith("/desk/", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).Take(10).ToList() is { Count: > 0 } kept)
        {
            Tell(TimelineKind.AnswerSourced, actor, at, CurrentUnit, string.Join('\n', kept.Select(source => PlainText.Excerpt(source, 150))), isPublic: false);
        }
    }

    /// <summary>Not ours to handle: shows the right way (接诉即办 Art 11).</summary>
    public Result<TimelineEntry> Decline(string way, Actor actor, DateTimeOffset at)
    {
        if (DeclineRefusal() is { } refusal)
        {
            return refusal;
        }

        FirstReplyAt ??= at;
        RepliedAt = at;
        FirstAnswerAt ??= at;
        var entry = Tell(TimelineKind.Declined, actor, at, CurrentUnit, way);
        End(RequestState.Declined, Requests.Outcome.Declined, null, at);
        return entry;
    }

    private Refusal? DeclineRefusal() => IsAgain || State is not (RequestState.Submitted or RequestState.Dispatched or RequestState.Acknowledged)
        ? Refusals.NotWhile(InDispute ? RequestState.Disputed : State, "改指别的路")
        : SidesRefusal();

    /// <summary>Ends a dispute above the handler: the worker's "not solved" stands, the decision tells him why.</summary>
    public Result Close(string decision, Actor actor, DateTimeOffset at)
    {
        if (!IsToBeDecided)
        {
            return Refusals.NotWhile(State, "由上级办结");
        }

        if (SidesRefusal() is { } refusal)
        {
            return refusal;
        }

        Tell(TimelineKind.Closed, actor, at, CurrentUnit, decision);
        End(RequestState.Closed, Requests.Outcome.Unsolved, null, at);
        return Result.Done;
    }

    /// <summary>The worker did not say within the window.</summary>
    public Result CloseSilent(Actor actor, DateTimeOffset at)
    {
        if (State != RequestState.Replied || NextDueAt > at)
        {
            return Refusals.NotWhile(State, "按没有表态办结");
        }

        Tell(TimelineKind.Closed, actor, at, CurrentUnit);
        End(RequestState.Closed, Requests.Outcome.Silent, null, at);
        return Result.Done;
    }

    /// <summary>A sealed identity is opened; the worker is told by whom and why.</summary>
    public void OpenIdentity(UnitId unit, string reason, Actor actor, DateTimeOffset at)
    {
        Tell(TimelineKind.IdentityOpened, actor, at, unit, reason);
        Events.Add(new IdentityOpened(Id, Reference, unit));
    }
}

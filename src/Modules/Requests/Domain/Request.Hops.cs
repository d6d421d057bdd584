using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;

namespace UnionHall.Requests.Domain;

/// <summary>How a request goes up: as a result to the unit that sent it, or as a matter to the unit above (docs/decisions/0008-hops.md).</summary>
internal sealed partial class Request
{
    /// <summary>How often it was taken up, by hand or by the sweep.</summary>
    public int Escalations { get; private set; }

    /// <summary>How many acts there were on its orders and clocks: every one writes the row, whose version guards them all.</summary>
    public int Steps { get; private set; }

    public IReadOnlyList<WorkOrder> OpenSides => [.. orders.Where(order => order.IsOpenSide)];

    /// <summary>An order beside the lead, ended or not.</summary>
    public WorkOrder? Side(Guid key) => orders.Find(order => !order.IsLead && order.Id.Value == key);

    /// <summary>The order from which the one in force was sent, and to which it goes back; null for the first receiver's and after a way up.</summary>
    public WorkOrder? SentFrom => CurrentOrder is { } current ? orders.Where(order => order.IsOpenLead && order != current).MaxBy(order => order.Id.Value) : null;

    private bool IsWorked => State is RequestState.Submitted or RequestState.Dispatched or RequestState.Acknowledged or RequestState.Disputed;

    /// <summary>The result goes to the unit that sent it, which answers the worker.</summary>
    /// <param name="taker">Who goes on there; another unit where that one was merged since.</param>
    public Result<TimelineEntry> ReportResult(string result, UnitId taker, Actor actor, DateTimeOffset at)
    {
        if (!IsWorked)
        {
            return Refusals.NotWhile(State, "报结果");
        }

        if (((SentFrom is null ? HopRefusals.NotSent : null) ?? WaitsRefusal() ?? SidesRefusal()) is { } refusal)
        {
            return refusal;
        }

        var from = CurrentUnit;
        CurrentOrder!.Acknowledge(at);
        GoBack(OrderEnd.Reported, result, taker, at);
        Move(RequestState.Acknowledged, CurrentOrder!.DueAt);
        Events.Add(new ResultReported(Id, Reference, from, CurrentUnit));
        return Tell(TimelineKind.ResultReported, actor, at, CurrentUnit, result, isPublic: false);
    }

    /// <summary>报请上级: the unit's own powers are not enough (接诉即办 Art 20), the upper one takes it.</summary>
    public Result ReportUp(UnitId to, HopTerm term, string why, Actor actor, DateTimeOffset at)
    {
        if (!IsWorked)
        {
            return Refusals.NotWhile(State, "报请上级");
        }

        if (((to == CurrentUnit ? Refusals.SameUnit : null) ?? TermRefusal(term, at) ?? WaitsRefusal()) is { } refusal)
        {
            return refusal;
        }

        var from = CurrentUnit;
        var order = GoUp(to, term, OrderWay.ReportedUp, OrderEnd.PassedUp, why, at);
        Tell(TimelineKind.ReportedUp, actor, at, to);
        Events.Add(new RequestReportedUp(Id, Reference, order.Id, from, to));
        return Result.Done;
    }

    /// <summary>提级: somebody above, or the sweep, takes it from the unit to the one above.</summary>
    public Result Escalate(UnitId to, HopTerm term, string why, Actor actor, DateTimeOffset at)
    {
        if (!IsOpen)
        {
            return Refusals.NotWhile(State, "提级");
        }

        if (((to == CurrentUnit ? Refusals.SameUnit : null) ?? TermRefusal(term, at)) is { } refusal)
        {
            return refusal;
        }

        var from = CurrentUnit;
        CurrentOrder!.MarkEscalated(at);
        Escalations++;
        var order = GoUp(to, term, OrderWay.Escalated, OrderEnd.Escalated, why, at);
        Tell(TimelineKind.Escalated, actor, at, to);
        Events.Add(new RequestEscalated(Id, Reference, order.Id, from, to));
        return Result.Done;
    }

    /// <summary>True when the hop in force is so late that it goes up now. Plans when to look again.</summary>
    /// <param name="workingDays">How many after its deadline.</param>
    public bool IsToEscalate(int workingDays, WorkingCalendar calendar, DateTimeOffset now)
    {
        if (!IsOpen || PausedAt is not null || CurrentOrder is not { EscalatedAt: null } current || LateSince(current) is not { } since)
        {
            return false;
        }

        var due = new Deadline(calendar).After(since, new Limit(workingDays, LimitUnit.WorkingDays)).At;
        current.PlanEscalation(due);
        PlanSweep();
        return due < now;
    }

    /// <summary>Nothing above takes it: the sweep looks no more.</summary>
    public void StaysHere(DateTimeOffset at)
    {
        CurrentOrder?.MarkEscalated(at);
        PlanSweep();
    }

    private DateTimeOffset? LateSince(WorkOrder order) => order.FollowsPromise && PromiseRuns ? BreachedAt : order.BreachedAt;

    private Refusal? TermRefusal(HopTerm term, DateTimeOffset at) =>
        term.DueAt <= at ? Refusals.LimitIsOver
        : term.Limit is null && !PromiseRuns ? Refusals.LimitMissing
        : PromiseRuns && DueAt > at && term.DueAt > DueAt ? Refusals.LimitAfterPromise
        : null;

    private Refusal? WaitsRefusal() => CurrentOrder is { ReturnWaits: true } ? HopRefusals.ReturnWaits : null;

    private Refusal? SidesRefusal() => OpenSides.Count is > 0 and var open ? HopRefusals.SidesOpen(open) : null;

    private void Inform(IReadOnlyList<UnitId> units, Actor actor, DateTimeOffset at)
    {
        foreach (var unit in units)
        {
            Tell(TimelineKind.Informed, actor, at, unit, isPublic: false);
            Events.Add(new LevelInformed(Id, Reference, unit));
        }
    }

    /// <summary>The order in force ends, and the one above it is in force again.</summary>
    private void GoBack(OrderEnd end, string? words, UnitId taker, DateTimeOffset at)
    {
        CurrentOrder!.End(end, words, at);
        var back = CurrentOrder!;
        if (back.UnitId != taker)
        {
            orders.Add(back.HandOn(taker, at));
            back.End(OrderEnd.HandedOn, null, at);
            SidesServe(CurrentOrder!);
        }

        PassTo(taker);
        if (LateSince(CurrentOrder!) is not null && CurrentOrder!.EscalatedAt is null)
        {
            CurrentOrder.PlanEscalation(CurrentOrder.DueAt);
        }
    }

    /// <summary>A new lead above; what the upper unit had sent down itself ends with the order in force.</summary>
    private WorkOrder GoUp(UnitId to, HopTerm term, OrderWay way, OrderEnd end, string words, DateTimeOffset at)
    {
        var current = CurrentOrder!;
        var order = WorkOrder.For(Id, current, to, at, term, null, way);
        var sent = orders.Where(one => one.IsOpenLead && one.UnitId == to).MinBy(one => one.Id.Value);
        current.End(end, words, at);
        foreach (var passed in orders.Where(one => one.IsOpenLead && sent is not null && one.Id.Value.CompareTo(sent.Id.Value) >= 0).ToList())
        {
            passed.End(OrderEnd.Lapsed, null, at);
        }

        orders.Add(order);
        SidesServe(order);
        PassTo(to);
        Move(State == RequestState.Asked ? RequestState.Asked : RequestState.Dispatched, term.DueAt);
        return order;
    }

    /// <summary>Whoever was called by a lead that is no more answers to the one that took its place.</summary>
    private void SidesServe(WorkOrder lead)
    {
        foreach (var side in orders.Where(side => side.IsOpenSide && !orders.Exists(one => one.IsOpenLead && one.Id == side.ParentId)))
        {
            side.Serve(lead);
        }
    }
}

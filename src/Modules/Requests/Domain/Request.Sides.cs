using UnionHall.Platform;
using UnionHall.Platform.Security;

namespace UnionHall.Requests.Domain;

/// <summary>Work beside the lead: helpers, parts, the called. Their limits lie inside the lead's, and the lead answers when all are in.</summary>
internal sealed partial class Request
{
    /// <summary>协办, 分办 or 吹哨: the lead calls units to its side; who calls has taken the matter on.</summary>
    public Result Call(OrderRole role, IReadOnlyList<SideCall> calls, Actor actor, DateTimeOffset at)
    {
        if (!IsOpen || CurrentOrder is not { } lead)
        {
            return Refusals.NotWhile(State, "请别的单位");
        }

        if (((PausedAt is null ? null : ClockRefusals.Stands) ?? WaitsRefusal() ?? CallRefusal(role, calls, lead, at)) is { } refusal)
        {
            return refusal;
        }

        lead.Acknowledge(at);
        Assignee ??= actor.Account;
        foreach (var call in calls)
        {
            var order = WorkOrder.For(Id, lead, call.Unit, at, call.Term, call.Task, OrderWay.Called, role);
            orders.Add(order);
            Tell(TimelineKind.SideCalled, actor, at, call.Unit, $"{role.Chinese()}：{call.Task}", isPublic: false);
            Events.Add(new OrderCalled(Id, Reference, order.Id, role, call.Unit, call.Term.DueAt));
        }

        if (role == OrderRole.Part)
        {
            Tell(TimelineKind.Split, actor, at, CurrentUnit, $"这件事分成 {calls.Count} 部分，几个单位分头办，都办好了一起答复您。");
        }

        Move(State == RequestState.Asked ? RequestState.Asked : RequestState.Acknowledged, lead.DueAt);
        return Result.Done;
    }

    /// <summary>The unit beside takes it on; one that was called checks in.</summary>
    public Result SignSide(WorkOrder order, Actor actor, DateTimeOffset at)
    {
        if (!order.IsOpenSide || order.AcknowledgedAt is not null)
        {
            return order.IsOpenSide ? Result.Done : HopRefusals.SideEnded;
        }

        order.Acknowledge(at);
        Tell(TimelineKind.SideSigned, actor, at, order.UnitId, isPublic: false);
        Events.Add(new OrderSigned(Id, Reference, order.Id, order.UnitId));
        PlanSweep();
        return Result.Done;
    }

    /// <summary>The unit beside hands its result to the lead.</summary>
    public Result<TimelineEntry> AnswerSide(WorkOrder order, string result, Actor actor, DateTimeOffset at)
    {
        if (!order.IsOpenSide)
        {
            return HopRefusals.SideEnded;
        }

        order.Acknowledge(at);
        order.End(OrderEnd.Answered, result, at);
        PlanSweep();
        Events.Add(new OrderAnswered(Id, Reference, order.Id, order.UnitId, CurrentUnit, Assignee, OpenSides.Count));
        return Tell(TimelineKind.SideAnswered, actor, at, order.UnitId, result, isPublic: false);
    }

    /// <summary>阶段情况: how far it is and why it is not done (接诉即办 Art 14). The order stays open.</summary>
    public Result<TimelineEntry> ReportSide(WorkOrder order, string words, Actor actor, DateTimeOffset at)
    {
        if (!order.IsOpenSide)
        {
            return HopRefusals.SideEnded;
        }

        order.Acknowledge(at);
        order.Report(words, at);
        PlanSweep();
        Events.Add(new InterimReported(Id, Reference, order.Id, order.UnitId, CurrentUnit, Assignee));
        return Tell(TimelineKind.SideReported, actor, at, order.UnitId, words, isPublic: false);
    }

    /// <summary>The lead calls a unit off.</summary>
    public Result CancelSide(WorkOrder order, string why, Actor actor, DateTimeOffset at)
    {
        if (!order.IsOpenSide)
        {
            return HopRefusals.SideEnded;
        }

        order.End(OrderEnd.Cancelled, why, at);
        Tell(TimelineKind.SideCancelled, actor, at, order.UnitId, why, isPublic: false);
        Events.Add(new OrderCancelled(Id, Reference, order.Id, order.UnitId));
        PlanSweep();
        return Result.Done;
    }

    /// <summary>The unit beside is no more; another one goes on for it.</summary>
    public Result HandOnSide(WorkOrder order, UnitId to, Actor actor, DateTimeOffset at)
    {
        if (!order.IsOpenSide || to == order.UnitId)
        {
            return HopRefusals.SideEnded;
        }

        var from = order.UnitId;
        var taken = order.HandOn(to, at);
        order.End(OrderEnd.HandedOn, null, at);
        Tell(TimelineKind.SideCancelled, actor, at, from, "单位撤并", isPublic: false);
        PlanSweep();
        if (orders.Exists(other => other.IsOpen && other.UnitId == to))
        {
            Events.Add(new OrderCancelled(Id, Reference, order.Id, from));
            return Result.Done;
        }

        orders.Add(taken);
        Tell(TimelineKind.SideHandedOn, actor, at, to, isPublic: false);
        Events.Add(new RequestHandedOn(Id, Reference, taken.Id, from, to));
        PlanSweep();
        return Result.Done;
    }

    /// <summary>双考核: the unit that whistled and the one above the called say, each for itself, how it was.</summary>
    public Result<OrderAssessment> Assess(WorkOrder order, bool fromAbove, int grade, string words, UnitId by, Actor actor, DateTimeOffset at)
    {
        if (order.Role != OrderRole.Called || order.IsOpen)
        {
            return HopRefusals.NotCalled;
        }

        var assessment = OrderAssessment.Of(order, fromAbove, grade, words, by, actor, at);
        Tell(TimelineKind.Assessed, actor, at, order.UnitId, $"{(fromAbove ? "上级评" : "吹哨单位评")}：{OrderAssessment.Chinese(grade)}。{words}", isPublic: false);
        Events.Add(new OrderAssessed(Id, Reference, order.Id, fromAbove, grade));
        PlanSweep();
        return assessment;
    }

    /// <summary>会商纪要: who sat together, what they concluded, who does what.</summary>
    public Result<Conference> Confer(ConferenceNotes notes, Actor actor, DateTimeOffset at)
    {
        if (ClosedAt is not null || IsMerged)
        {
            return Refusals.NotWhile(State, "记会商");
        }

        var conference = Conference.Of(Id, CurrentUnit, notes, actor, at);
        Tell(TimelineKind.Conferred, actor, at, CurrentUnit, $"{notes.Conclusions}\n分工：{notes.Tasks}", isPublic: false);
        Events.Add(new ConferenceRecorded(Id, Reference, conference.Id));
        PlanSweep();
        return conference;
    }

    private Refusal? CallRefusal(OrderRole role, IReadOnlyList<SideCall> calls, WorkOrder lead, DateTimeOffset at)
    {
        if (calls.Count == 0 || (role == OrderRole.Part && calls.Count < 2))
        {
            return calls.Count == 0 ? HopRefusals.NoUnits : HopRefusals.TwoParts;
        }

        if (calls.Any(call => call.Unit == CurrentUnit))
        {
            return HopRefusals.LeadItself;
        }

        if (calls.DistinctBy(call => call.Unit).Count() < calls.Count || calls.Any(call => orders.Exists(order => order.IsOpen && order.UnitId == call.Unit)))
        {
            return HopRefusals.CalledAlready;
        }

        return calls.Any(call => call.Term.DueAt <= at || (lead.DueAt > at && call.Term.DueAt > lead.DueAt)) ? HopRefusals.SideLimit : null;
    }
}

using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;

namespace UnionHall.Requests.Domain;

/// <summary>What keeps a request going without moving it: chase, supervise, mark as a problem.</summary>
internal sealed partial class Request
{
    /// <summary>By the desk above and by the worker.</summary>
    public int Chases { get; private set; }

    public DateTimeOffset? WorkerChasedAt { get; private set; }

    /// <summary>Under supervision since; null when it is not.</summary>
    public DateTimeOffset? SupervisedAt { get; private set; }

    /// <summary>A problem order since; it stays one.</summary>
    public DateTimeOffset? ProblemAt { get; private set; }

    public int GivingUnits => orders.Where(order => order.GaveAway).Select(order => order.UnitId).Distinct().Count();

    /// <summary>催办, by somebody above or, of a helper, by the lead.</summary>
    public Result Chase(WorkOrder order, string words, Actor actor, DateTimeOffset at)
    {
        if (!IsOpen || !order.IsOpen)
        {
            return Refusals.NotWhile(State, "催办");
        }

        Chases++;
        Tell(TimelineKind.Chased, actor, at, order.UnitId, words, isPublic: false);
        Events.Add(new RequestChased(Id, Reference, order.UnitId, order == CurrentOrder ? Assignee : null, ByWorker: false));
        PlanSweep();
        return Result.Done;
    }

    /// <summary>The worker asks for haste.</summary>
    /// <param name="hours">How long he waits until he may do so again.</param>
    public Result WorkerChase(int hours, Actor worker, DateTimeOffset at)
    {
        if (!IsOpen || State == RequestState.Asked)
        {
            return Refusals.NotWhileForWorker(State, "催");
        }

        if (WorkerChasedAt?.AddHours(hours) is { } again && again > at)
        {
            return HopRefusals.ChasedToday(SpokenTime.Moment(again, at));
        }

        Chases++;
        WorkerChasedAt = at;
        Tell(TimelineKind.WorkerChased, worker, at);
        Events.Add(new RequestChased(Id, Reference, CurrentUnit, Assignee, ByWorker: true));
        PlanSweep();
        return Result.Done;
    }

    public Result<Supervision> Supervise(UnitId by, string reason, DateTimeOffset dueAt, Actor actor, DateTimeOffset at)
    {
        if (!IsOpen)
        {
            return Refusals.NotWhile(State, "督办");
        }

        if (SupervisedAt is not null || dueAt <= at)
        {
            return SupervisedAt is not null ? HopRefusals.Supervised : HopRefusals.DayPast;
        }

        SupervisedAt = at;
        var supervision = Supervision.Of(Id, by, reason, dueAt, actor, at);
        Tell(TimelineKind.Supervised, actor, at, by, $"{reason}\n{ClockText.By(dueAt, at)}报情况。", isPublic: false);
        Events.Add(new SupervisionStarted(Id, Reference, supervision.Id, by, CurrentUnit, Assignee, dueAt));
        PlanSweep();
        return supervision;
    }

    public Result ReportBack(Supervision supervision, string words, Actor actor, DateTimeOffset at)
    {
        if (supervision.ReportBack(words, actor, at).Refusal is { } refusal)
        {
            return refusal;
        }

        Tell(TimelineKind.SupervisionReported, actor, at, CurrentUnit, words, isPublic: false);
        Events.Add(new SupervisionReported(Id, Reference, supervision.Id, supervision.StartedBy));
        PlanSweep();
        return Result.Done;
    }

    public Result EndSupervision(Supervision supervision, string words, Actor actor, DateTimeOffset at)
    {
        if (supervision.End(words, actor, at).Refusal is { } refusal)
        {
            return refusal;
        }

        SupervisedAt = null;
        Tell(TimelineKind.SupervisionEnded, actor, at, supervision.UnitId, words, isPublic: false);
        Events.Add(new SupervisionEnded(Id, Reference, supervision.Id));
        PlanSweep();
        return Result.Done;
    }

    /// <summary>问题工单: looks whether the rule is met by now. True when it was marked just now.</summary>
    public bool MarkProblem(ProblemRule rule, Actor platform, DateTimeOffset at)
    {
        if (ProblemAt is not null || (TimesUnsolved < rule.Reworks && GivingUnits < rule.Units))
        {
            return false;
        }

        ProblemAt = at;
        Tell(
            TimelineKind.ProblemMarked, platform, at, CurrentUnit,
            TimesUnsolved >= rule.Reworks ? $"职工 {TimesUnsolved} 次说没解决" : $"经过 {GivingUnits} 个单位都没有办出结果", isPublic: false);
        Events.Add(new ProblemMarked(Id, Reference, CurrentUnit));
        return true;
    }
}

using UnionHall.Platform;
using UnionHall.Platform.Data;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;

namespace UnionHall.Requests.Domain;

/// <summary>A clock beside the handling of one request, such as the written notice of a petition within 15 days.</summary>
internal sealed class RequestDuty : IRaiseEvents
{
    private RequestDuty()
    {
    }

    public Guid Id { get; private init; }

    public RequestId RequestId { get; private init; }

    public string Code { get; private init; } = "";

    public ClockDuty Duty { get; private init; }

    public string Basis { get; private init; } = "";

    public int LimitAmount { get; private init; }

    public LimitUnit LimitUnit { get; private init; }

    /// <summary>What does not count; null: all time counts.</summary>
    public string? Excludes { get; private init; }

    /// <summary>What did not count so far, in the unit of the limit.</summary>
    public int Added { get; private set; }

    /// <summary>The last day that did not count.</summary>
    public DateOnly? ExcludedTo { get; private set; }

    public DateTimeOffset StartedAt { get; private init; }

    public DateTimeOffset DueAt { get; private set; }

    public bool IsProvisional { get; private set; }

    public string StartedBy { get; private init; } = "";

    public DateTimeOffset? DoneAt { get; private set; }

    public string? DoneBy { get; private set; }

    public DateTimeOffset? WarnedAt { get; private set; }

    public DateTimeOffset? BreachedAt { get; private set; }

    /// <summary>When the sweep looks at it next.</summary>
    public DateTimeOffset? SweepAt { get; private set; }

    public uint Version { get; private set; }

    public EventList Events { get; } = new();

    public bool IsOpen => DoneAt is null;

    public Limit Limit => new(LimitAmount, LimitUnit);

    private Term Term => new(LimitAmount, LimitUnit, Added);

    public static RequestDuty Of(RequestId request, ClockRule rule, DateTimeOffset start, WorkingCalendar calendar, Actor actor, DateTimeOffset at)
    {
        var due = new Deadline(calendar).After(start, rule.Limit);
        var duty = new RequestDuty
        {
            Id = SortableId.Next(at),
            RequestId = request,
            Code = rule.Code,
            Duty = rule.Duty,
            Basis = rule.Basis,
            Excludes = rule.Excludes,
            LimitAmount = rule.Amount,
            LimitUnit = rule.Unit,
            StartedAt = start,
            DueAt = due.At,
            IsProvisional = due.Provisional,
            StartedBy = actor.Name,
        };
        duty.PlanSweep();
        return duty;
    }

    public void Finish(Actor actor, DateTimeOffset at)
    {
        (DoneAt, DoneBy) = (at, actor.Name);
        PlanSweep();
    }

    /// <summary>Works the deadline out again; null when it stays.</summary>
    public ClockMove? Recompute(WorkingCalendar calendar, DateTimeOffset now)
    {
        var (before, due) = (DueAt, Term.After(StartedAt, calendar));
        (DueAt, IsProvisional) = (due.At, due.Provisional);
        (WarnedAt, BreachedAt) = Lights.Kept(StartedAt, DueAt, WarnedAt, BreachedAt, now);
        PlanSweep();
        return before == DueAt ? null : new ClockMove(RequestId, null, Id, before, DueAt, 0, LimitUnit);
    }

    /// <summary>Days that the rule does not count, both included; each day once.</summary>
    public Result<ClockMove> Exclude(DateOnly from, DateOnly to, WorkingCalendar calendar, DateTimeOffset now)
    {
        if (Excludes is null || !IsOpen)
        {
            return ClockRefusals.AllCounts;
        }

        if (from < ChinaTime.DateOf(StartedAt) || from <= ExcludedTo || to < from || to > ChinaTime.DateOf(now))
        {
            return ClockRefusals.ExcludedDays(Excludes, ChinaTime.DateOf(StartedAt), ExcludedTo);
        }

        var (before, more) = (DueAt, Term.Stood(StartedAt, ChinaTime.StartOf(from), ChinaTime.StartOf(to.AddDays(1)).AddTicks(-1), calendar));
        (Added, ExcludedTo) = (Added + more, to);
        Recompute(calendar, now);
        return new ClockMove(RequestId, null, Id, before, DueAt, more, LimitUnit);
    }

    /// <summary>Turns the lights. The breach to be stored, or null; yellow is told by an event.</summary>
    /// <param name="request">Whose duty it is; the order that has it now is charged.</param>
    public Breach? Sweep(Request request, DateTimeOffset now)
    {
        var late = BreachedAt is null && DueAt < now;
        var yellow = WarnedAt is null && Lights.WarnAt(StartedAt, DueAt) < now;
        (WarnedAt, BreachedAt) = (yellow ? now : WarnedAt, late ? DueAt : BreachedAt);
        PlanSweep();
        var charged = request.CurrentOrder ?? request.Orders.MaxBy(order => order.Id.Value)!;
        if (late)
        {
            Events.Add(new ClockBreached(RequestId, request.Reference, ClockName.Duty, charged.UnitId, request.Assignee, DueAt));
            return Breach.Of(charged, ClockName.Duty, DueAt, now, Id);
        }

        if (yellow)
        {
            Events.Add(new ClockWarned(RequestId, request.Reference, ClockName.Duty, charged.UnitId, request.Assignee, DueAt));
        }

        return null;
    }

    private void PlanSweep() => SweepAt = IsOpen ? Lights.NextLook(StartedAt, DueAt, WarnedAt, BreachedAt) : null;
}

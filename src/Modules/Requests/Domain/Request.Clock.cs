using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;

namespace UnionHall.Requests.Domain;

/// <summary>
/// What moves the clocks (docs/decisions/0007-clocks.md). A deadline is never edited: it is worked out from start, limit and what was
/// added (Request.Limits.cs), and every move is a row of the ledger. The sweep is in Request.Sweep.cs.
/// </summary>
internal sealed partial class Request
{
    private readonly List<ClockEntry> ledger = [];
    private readonly List<Breach> breaches = [];

    public Urgency Urgency { get; private set; } = Urgency.Ordinary;

    /// <summary>0 only for what had ended before limits were kept.</summary>
    public int LimitAmount { get; private set; }

    public LimitUnit LimitUnit { get; private set; } = LimitUnit.WorkingDays;

    /// <summary>By extensions and pauses, in the unit of the limit.</summary>
    public int Added { get; private set; }

    /// <summary>How often the promise was extended.</summary>
    public int Extensions { get; private set; }

    public DateTimeOffset? PausedAt { get; private set; }

    public DateTimeOffset? PausedUntil { get; private set; }

    /// <summary>挂账: the pause is a deferral; out of the rates until it ends.</summary>
    public bool IsDeferred { get; private set; }

    public DateTimeOffset? WarnedAt { get; private set; }

    public DateTimeOffset? BreachedAt { get; private set; }

    /// <summary>When the sweep looks at it next; null when it has no reason to.</summary>
    public DateTimeOffset? SweepAt { get; private set; }

    public IReadOnlyList<ClockEntry> Ledger => ledger;

    public IReadOnlyList<Breach> Breaches => breaches;

    /// <summary>The promise is of a first answer; after it only the hops have clocks.</summary>
    public bool PromiseRuns => IsOpen && RepliedAt is null;

    public Term Term => LimitAmount == 0 ? Term.Until(SubmittedAt, DueAt) : new Term(LimitAmount, LimitUnit, Added);

    /// <summary>The handler asks for a pause, an extension or a deferral; somebody above decides.</summary>
    /// <param name="rule">The rule in force for this request; null where there is none.</param>
    public Result<ClockAsk> AskClock(ClockWish wish, ClockRule? rule, WorkingCalendar calendar, Actor actor, DateTimeOffset at)
    {
        if (AskRefusal(wish, rule, calendar, at) is { } refusal)
        {
            return refusal;
        }

        var ask = ClockAsk.Of(this, wish, actor, at);
        Tell(TimelineKind.ClockAsked, actor, at, CurrentUnit, $"{wish.Kind.Chinese()}：{wish.Reason}", isPublic: false);
        ask.Events.Add(new ClockAsked(Id, Reference, ask.Id, wish.Kind, CurrentUnit));
        return ask;
    }

    /// <summary>Somebody above says yes or no to what was asked.</summary>
    public Result Decide(ClockAsk ask, bool granted, string? reason, ClockRule? rule, WorkingCalendar calendar, Actor actor, DateTimeOffset at)
    {
        if ((RepliedAt > ask.AskedAt ? ClockRefusals.AskLapsed : ask.Decide(granted, reason, actor, at).Refusal) is { } refusal)
        {
            return refusal;
        }

        ask.Events.Add(new ClockDecided(Id, Reference, ask.Id, ask.Kind, granted, ask.AskedBy));
        if (!granted)
        {
            Tell(TimelineKind.ClockRefused, actor, at, CurrentUnit, $"{ask.Kind.Chinese()}：{reason}", isPublic: false);
            PlanSweep();
            return Result.Done;
        }

        return ask.Kind == ClockAskKind.Extension ? Extend(ask, rule, calendar, actor, at) : Pause(ask, calendar, actor, at);
    }

    /// <summary>Lets the clocks run on, at its date or before. What stood still is added.</summary>
    public Result Resume(string? reason, WorkingCalendar calendar, Actor actor, DateTimeOffset at)
    {
        if (PausedAt is not { } from || PausedUntil is not { } until)
        {
            return ClockRefusals.Runs;
        }

        var to = at < until ? at : until;
        var isDeferred = IsDeferred;
        (PausedAt, PausedUntil, IsDeferred) = (null, null, false);
        foreach (var order in orders.Where(order => order.IsOpenLead))
        {
            order.StandContact(from, to, calendar);
        }

        var added = Add(term => term.Stood(SubmittedAt, from, to, calendar), order => order.Term.Stood(order.DispatchedAt, from, to, calendar));
        Rework(new ClockCause(ClockChange.Resumed, reason, actor), calendar, to, always: true, added);
        Tell(TimelineKind.Resumed, actor, to, CurrentUnit, Sentences(reason, $"接着计时，{(PromiseRuns ? ClockText.By(DueAt, to) + "答复您" : ClockText.By(NextDueAt, to) + "联系您")}。"));
        Events.Add(new ClockResumed(Id, Reference, isDeferred, NextDueAt));
        return Result.Done;
    }

    /// <summary>Another urgency, and the limit that goes with it. A looser limit counts from submission; a tighter one from now.</summary>
    public Result SetUrgency(Urgency urgency, Limit limit, string reason, WorkingCalendar calendar, Actor actor, DateTimeOffset at)
    {
        if (!IsOpen)
        {
            return Refusals.NotWhile(State, "改紧急程度");
        }

        if (urgency == Urgency)
        {
            return ClockRefusals.SameUrgency;
        }

        if (PausedAt is not null)
        {
            return ClockRefusals.Stands;
        }

        if (DueAt < at && IsLooser(limit, calendar))
        {
            return ClockRefusals.LateUrgency;
        }

        var before = DueAt;
        Urgency = urgency;
        TakeLimit(limit, calendar, at);
        Rework(new ClockCause(ClockChange.UrgencySet, reason, actor), calendar, at, always: true);
        Tell(TimelineKind.UrgencySet, actor, at, CurrentUnit, $"{urgency.Chinese()}：{reason}", isPublic: false);
        TellMoved(before, null, actor, at);
        Events.Add(new UrgencySet(Id, Reference, urgency, before, DueAt));
        return Result.Done;
    }

    /// <summary>True when the promise would be due later with this limit.</summary>
    public bool IsLooser(Limit limit, WorkingCalendar calendar) => PromiseRuns && new Deadline(calendar).After(SubmittedAt, limit).At > DueAt;

    /// <summary>Works open deadlines out again with the calendar in force. True when one moved.</summary>
    public bool Recompute(string reason, WorkingCalendar calendar, Actor actor, DateTimeOffset at)
    {
        var (before, wasProvisional) = (DueAt, IsProvisional);
        if (!IsOpen || (!Rework(new ClockCause(ClockChange.Recomputed, reason, actor), calendar, at, always: false) && wasProvisional == IsProvisional))
        {
            return false;
        }

        TellMoved(before, reason, actor, at);
        Events.Add(new ClockRecomputed(Id, Reference, before, DueAt));
        return true;
    }

    /// <summary>The worker was called, met or written to; reached or not.</summary>
    public Result Contacted(string means, string words, bool reached, Actor actor, DateTimeOffset at)
    {
        if (!IsOpen || CurrentOrder is not { } order)
        {
            return Refusals.NotWhile(State, "记联系");
        }

        if (reached)
        {
            InTouch(at);
            PlanSweep();
        }

        Tell(TimelineKind.Contacted, actor, at, CurrentUnit, $"{means}，{(reached ? "联系上了" : "没联系上")}：{words}", isPublic: false);
        Events.Add(new WorkerContacted(Id, order.Id, reached));
        return Result.Done;
    }

    /// <summary>The worker was reached: no lead above has to call him again.</summary>
    private void InTouch(DateTimeOffset at)
    {
        foreach (var order in orders.Where(order => order.IsOpenLead))
        {
            order.Reached(at);
        }
    }

    /// <summary>When the promise would be due if the clock ran on from that instant.</summary>
    public DateTimeOffset DueIfResumed(DateTimeOffset resumed, WorkingCalendar calendar) =>
        PausedAt is { } from ? Term.Plus(Term.Stood(SubmittedAt, from, resumed, calendar)).After(SubmittedAt, calendar).At : DueAt;

    private Refusal? AskRefusal(ClockWish wish, ClockRule? rule, WorkingCalendar calendar, DateTimeOffset at) => wish switch
    {
        _ when !IsOpen => Refusals.NotWhile(State, "申请" + wish.Kind.Chinese()),
        _ when PausedAt is not null => ClockRefusals.Stands,
        { Kind: not ClockAskKind.Deferral } when NextDueAt < at => ClockRefusals.Late,
        { Kind: ClockAskKind.Extension } => ExtensionRefusal(wish.Amount ?? 0, rule, calendar),
        { Until: null } => ClockRefusals.UntilPast,
        { Until: { } until } when ChinaTime.DateOf(until) <= ChinaTime.DateOf(at) => ClockRefusals.UntilPast,
        { Until: { } until } when until > at.AddYears(1) => ClockRefusals.UntilFar,
        _ => null,
    };

    private Refusal? ExtensionRefusal(int amount, ClockRule? rule, WorkingCalendar calendar)
    {
        if (!PromiseRuns)
        {
            return ClockRefusals.Answered;
        }

        if (rule is not { MayExtend: true })
        {
            return ClockRefusals.NoExtension;
        }

        if (Extensions >= rule.ExtensionTimes)
        {
            return ClockRefusals.ExtendedBefore(rule.ExtensionTimes);
        }

        // Counted in another unit, the rule's extension is a day that must not be passed.
        var fits = amount > 0 && (rule.ExtensionUnit == Term.Unit
            ? amount <= rule.ExtensionAmount
            : Term.Plus(amount).After(SubmittedAt, calendar).At <= new Deadline(calendar).After(DueAt, rule.Extension).At);
        return fits ? null : ClockRefusals.TooLong(SpokenTime.Limit(rule.Extension));
    }

    private Result Extend(ClockAsk ask, ClockRule? rule, WorkingCalendar calendar, Actor actor, DateTimeOffset at)
    {
        var amount = ask.Amount ?? 0;
        if (!IsOpen || PausedAt is not null || ExtensionRefusal(amount, rule, calendar) is not null)
        {
            return !IsOpen ? Refusals.NotWhile(State, "延期") : PausedAt is not null ? ClockRefusals.Stands : ExtensionRefusal(amount, rule, calendar)!;
        }

        var before = DueAt;
        Extensions++;
        foreach (var order in orders.Where(order => order.IsOpenLead && order.LimitUnit != Term.Unit))
        {
            order.Follow();
        }

        var added = Add(_ => amount, order => order.IsLead ? amount : 0);
        Rework(new ClockCause(ClockChange.Extended, ask.Reason, actor, ask), calendar, at, always: true, added);
        Tell(TimelineKind.Extended, actor, at, CurrentUnit, $"答复时间从 {ClockText.Day(before, at)} 延到 {ClockText.Day(DueAt, at)}。原因：{ask.Reason}");
        Events.Add(new ClockExtended(Id, Reference, before, DueAt));
        return Result.Done;
    }

    private Result Pause(ClockAsk ask, WorkingCalendar calendar, Actor actor, DateTimeOffset at)
    {
        if (!IsOpen)
        {
            return Refusals.NotWhile(State, ask.Kind.Chinese());
        }

        if (PausedAt is not null || ask.Until <= at)
        {
            return PausedAt is not null ? ClockRefusals.Stands : ClockRefusals.UntilPast;
        }

        (PausedAt, PausedUntil, IsDeferred) = (at, ask.Until, ask.Kind == ClockAskKind.Deferral);
        Rework(new ClockCause(IsDeferred ? ClockChange.Deferred : ClockChange.Paused, ask.Reason, actor, ask), calendar, at, always: true);
        var until = ClockText.Day(PausedUntil!.Value, at);
        Tell(
            IsDeferred ? TimelineKind.Deferred : TimelineKind.Paused, actor, at, CurrentUnit,
            IsDeferred
                ? $"{ask.Reason}\n{until}我们再看一次，到时告诉您。"
                : $"{ask.Reason}\n时限停到 {until}{(PromiseRuns ? $"，之后接着算，最晚 {ClockText.By(DueIfResumed(PausedUntil.Value, calendar), at)}答复您" : "")}。");
        Events.Add(new ClockPaused(Id, Reference, IsDeferred, PausedUntil.Value));
        return Result.Done;
    }
}

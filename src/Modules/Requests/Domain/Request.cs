using UnionHall.Platform.Data;
using UnionHall.Platform.Security;

namespace UnionHall.Requests.Domain;

/// <summary>
/// A worker's words, clock and outcome. Its verbs are in files of their own: here submission, then what the desk does
/// (Request.Desk.cs), what the worker does (Request.Worker.cs) and what moves the clocks (Request.Clock.cs). Every verb writes the
/// timeline and raises an event; a verb that changes orders ends with Move or PlanSweep. Hops have files of their own: up, back,
/// beside and pushed (Request.Hops.cs, .Returns.cs, .Sides.cs, .Pushes.cs).
/// </summary>
internal sealed partial class Request : IRaiseEvents
{
    private readonly List<WorkOrder> orders = [];
    private readonly List<TimelineEntry> timeline = [];

    private Request()
    {
    }

    public RequestId Id { get; private init; }

    public string Reference { get; private init; } = string.Empty;

    public Guid ServiceId { get; private init; }

    public MatterType MatterType { get; private init; }

    public string Category { get; private init; } = string.Empty;

    public string Title { get; private init; } = string.Empty;

    /// <summary>What the worker said, never rewritten.</summary>
    public string Words { get; private init; } = string.Empty;

    /// <summary>Answers to the service's extra questions, as shown: label → answer, JSON.</summary>
    public string Answers { get; private init; } = "[]";

    /// <summary>Who or what it is about, in the worker's words; whom of the union that means: <see cref="Domain.Accused"/>.</summary>
    public string? Accused { get; private init; }

    public Visibility Visibility { get; private init; }

    public Channel Channel { get; private init; }

    /// <summary>Where the worker works, if he said so.</summary>
    public UnitId? WorksAt { get; private init; }

    /// <summary>The first receiver: answerable to the worker throughout (首接负责).</summary>
    public UnitId Owner { get; private init; }

    /// <summary>Who has it now.</summary>
    public UnitId CurrentUnit { get; private set; }

    public AccountId? Assignee { get; private set; }

    public AccountId? RegisteredBy { get; private init; }

    public RequestState State { get; private set; }

    public DateTimeOffset SubmittedAt { get; private init; }

    /// <summary>The promise to the worker. Never stops by itself.</summary>
    public DateTimeOffset DueAt { get; private set; }

    public bool IsProvisional { get; private set; }

    /// <summary>What is due next, the order's deadline or the promise; lists sort by it.</summary>
    public DateTimeOffset NextDueAt { get; private set; }

    /// <summary>True while the desk has something to do; lists of open work read this.</summary>
    public bool IsOpen { get; private set; }

    public DateTimeOffset? FirstReplyAt { get; private set; }

    /// <summary>The last answer.</summary>
    public DateTimeOffset? RepliedAt { get; private set; }

    /// <summary>The promise is one of the first answer: this is what on time is measured by.</summary>
    public DateTimeOffset? FirstAnswerAt { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    public Outcome? Outcome { get; private set; }

    public Rating? Rating { get; private set; }

    /// <summary>How often the worker said it was not solved.</summary>
    public int Disputes { get; private set; }

    /// <summary>The worker said "not solved" and has had no new answer since: nothing else opens an answered request again.</summary>
    public bool InDispute => IsOpen && Disputes > 0;

    /// <summary>In dispute, and still with those above who decide over it: no lead but the dispute's is open.</summary>
    public bool IsToBeDecided => InDispute && orders.Count(order => order.IsOpenLead) == 1;

    /// <summary>Where an imported request came from and its key there; null for our own.</summary>
    public string? Source { get; private init; }

    public byte[]? SourceKey { get; private init; }

    public uint Version { get; private set; }

    public IReadOnlyList<WorkOrder> Orders => orders;

    public IReadOnlyList<TimelineEntry> Timeline => timeline;

    public EventList Events { get; } = new();

    /// <summary>The order in force: the deepest lead that is not finished. Helpers, parts and the called stand beside it.</summary>
    public WorkOrder? CurrentOrder => orders.Where(order => order.IsOpenLead).MaxBy(order => order.Id.Value);

    public static Request Submit(RequestDraft draft, Actor actor, DateTimeOffset at)
    {
        var request = new Request
        {
            Id = RequestId.Next(at),
            Reference = draft.Reference,
            ServiceId = draft.Service.Id,
            MatterType = draft.Service.MatterType,
            Category = draft.Service.Category,
            Title = draft.Title,
            Words = draft.Words,
            Answers = draft.Answers,
            Accused = draft.Accused,
            Visibility = draft.Visibility,
            Channel = draft.Channel,
            WorksAt = draft.WorksAt,
            Owner = draft.Owner,
            CurrentUnit = draft.Owner,
            RegisteredBy = draft.RegisteredBy,
            MailBoxId = draft.MailBox,
            State = RequestState.Submitted,
            SubmittedAt = at,
            DueAt = draft.DueAt,
            IsProvisional = draft.IsProvisional,
            Urgency = draft.Service.Urgency,
            LimitAmount = draft.Limit.Amount,
            LimitUnit = draft.Limit.Unit,
            NextDueAt = draft.DueAt,
            IsOpen = true,
            Source = draft.Source,
            SourceKey = draft.SourceKey,
        };
        request.orders.Add(WorkOrder.For(request.Id, null, draft.Owner, at, new HopTerm(draft.DueAt, draft.IsProvisional, null, draft.Contact), null, OrderWay.Received));
        request.PlanSweep();
        request.Tell(TimelineKind.Submitted, actor, at, draft.Owner);
        request.Events.Add(new RequestSubmitted(request.Id, request.Reference, draft.Owner, draft.Service.Code, draft.Visibility, draft.Channel));
        return request;
    }

    private TimelineEntry Tell(TimelineKind kind, Actor actor, DateTimeOffset at, UnitId? unit = null, string? text = null, bool isPublic = true)
    {
        var entry = TimelineEntry.Of(Id, kind, actor, at, unit, text, isPublic);
        timeline.Add(entry);
        return entry;
    }

    /// <summary>Somebody else has it now. An answer that waited for consent here waits no more: it was this unit's.</summary>
    private void PassTo(UnitId unit, AccountId? assignee = null) =>
        (CurrentUnit, Assignee, ApprovalAskedAt) = (unit, assignee, unit == CurrentUnit ? ApprovalAskedAt : null);

    private void Move(RequestState to, DateTimeOffset nextDueAt)
    {
        State = to;
        IsOpen = to is RequestState.Submitted or RequestState.Dispatched or RequestState.Acknowledged or RequestState.Asked or RequestState.Disputed;
        (PausedAt, PausedUntil, IsDeferred) = IsOpen ? (PausedAt, PausedUntil, IsDeferred) : (null, null, false);
        ApprovalAskedAt = IsOpen ? ApprovalAskedAt : null;
        NextDueAt = PausedUntil ?? nextDueAt;
        PlanSweep();
    }

    private void End(RequestState to, Outcome outcome, Rating? rating, DateTimeOffset at)
    {
        Move(to, NextDueAt);
        (Outcome, Rating, ClosedAt) = (outcome, rating, at);
        foreach (var order in orders)
        {
            order.End(OrderEnd.Lapsed, null, at);
        }

        Events.Add(new RequestClosed(Id, Reference, outcome, Rating));
    }
}

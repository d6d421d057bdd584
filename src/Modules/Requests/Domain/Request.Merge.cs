using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;

namespace UnionHall.Requests.Domain;

/// <summary>
/// The same matter twice (docs/decisions/0011-same-matter.md): one request is handled under another, its head. It keeps its orders and its
/// deadlines as they are, so that it can come out as it went in; nothing of it moves meanwhile.
/// </summary>
internal sealed partial class Request
{
    /// <summary>The request under which this one is handled; null while it stands for itself.</summary>
    public RequestId? HeadId { get; private set; }

    public MergeKind? MergedAs { get; private set; }

    public DateTimeOffset? MergedAt { get; private set; }

    /// <summary>What it was when it came under its head.</summary>
    public RequestState? StateBefore { get; private set; }

    /// <summary>How often new facts opened it again.</summary>
    public int Reopens { get; private set; }

    /// <summary>How many others are handled under this one.</summary>
    public int Joined { get; private set; }

    public bool IsMerged => State == RequestState.Merged;

    /// <summary>并过去: it leaves the open lists and does not count.</summary>
    public Result MergeInto(Request head, MergeKind kind, string reason, Actor actor, DateTimeOffset at)
    {
        if (!IsOpen)
        {
            return Refusals.NotWhile(State, "并到别的件");
        }

        if (MergeRefusal(head, kind) is { } refusal)
        {
            return refusal;
        }

        (StateBefore, State, IsOpen) = (State, RequestState.Merged, false);
        (HeadId, MergedAs, MergedAt) = (head.Id, kind, at);
        PlanSweep();
        Tell(TimelineKind.Merged, actor, at, head.CurrentUnit, $"{Requests.Reference.Spoken(head.Reference)}，{kind.Chinese()}：{reason}", isPublic: false);
        Events.Add(new RequestMerged(Id, Reference, head.Id, kind));
        head.TakeIn(this, kind, reason, actor, at);
        return Result.Done;
    }

    /// <summary>拆出来: it stands for itself again, as it was. The time under its head was no pause: its deadlines are the old ones.</summary>
    /// <param name="head">Null where the head need not be told.</param>
    public Result Unmerge(Request? head, string reason, WorkingCalendar calendar, Actor actor, DateTimeOffset at)
    {
        if (!IsMerged || HeadId is not { } from)
        {
            return MergeRefusals.NotMerged;
        }

        var kind = MergedAs;
        (State, IsOpen) = (StateBefore!.Value, true);
        (HeadId, MergedAs, MergedAt, StateBefore) = (null, null, null, null);
        Rework(new ClockCause(ClockChange.Unmerged, reason, actor), calendar, at, always: true);
        Tell(TimelineKind.Unmerged, actor, at, CurrentUnit, reason, isPublic: false);
        Events.Add(new RequestUnmerged(Id, Reference, from, CurrentUnit, Assignee, NextDueAt));
        head?.LetGo(this, kind, reason, actor, at);
        return Result.Done;
    }

    /// <summary>New facts: an ended request is open again at a unit, with a limit of its own. It keeps its number.</summary>
    /// <param name="words">What the worker added.</param>
    public Result<TimelineEntry> Reopen(string words, UnitId to, HopTerm term, Actor worker, DateTimeOffset at)
    {
        if (State != RequestState.Closed)
        {
            return Refusals.NotWhileForWorker(State, "补充");
        }

        orders.Add(WorkOrder.For(Id, orders.MaxBy(order => order.Id.Value), to, at, term, null, OrderWay.Reopened));
        PassTo(to);
        (ClosedAt, Outcome, Rating, Reopens, RoundStartedAt) = (null, null, null, Reopens + 1, at);
        Move(RequestState.Dispatched, term.DueAt);
        Events.Add(new RequestReopened(Id, Reference, to, term.DueAt));
        return Tell(TimelineKind.Reopened, worker, at, to, words);
    }

    /// <summary>One that came under this one stands for itself again, or was taken back by its worker.</summary>
    public void LetGo(Request joined, MergeKind? kind, string reason, Actor actor, DateTimeOffset at)
    {
        (Joined, People) = (Joined - 1, People - (kind == MergeKind.SameMatter ? 1 : 0));
        Tell(TimelineKind.LetGo, actor, at, joined.CurrentUnit, $"{Requests.Reference.Spoken(joined.Reference)}：{reason}", isPublic: false);
        Events.Add(new RequestReleased(Id, Reference, joined.Id));
        PlanSweep();
    }

    private Refusal? MergeRefusal(Request head, MergeKind kind) => this switch
    {
        _ when head.Id == Id => MergeRefusals.Itself,
        _ when Joined > 0 => MergeRefusals.IsHead,
        _ when head.IsMerged => MergeRefusals.TargetMerged,
        _ when head.State is RequestState.Withdrawn or RequestState.Declined => MergeRefusals.TargetGone,
        _ when head.ClosedAt is not null && kind != MergeKind.SamePerson => MergeRefusals.TargetEnded,
        _ when IsAgain => MergeRefusals.Again,
        _ when PausedAt is not null => ClockRefusals.Stands,
        _ => WaitsRefusal() ?? SidesRefusal(),
    };

    private void TakeIn(Request joined, MergeKind kind, string reason, Actor actor, DateTimeOffset at)
    {
        (Joined, People) = (Joined + 1, People + (kind == MergeKind.SameMatter ? 1 : 0));
        Tell(TimelineKind.TookIn, actor, at, joined.CurrentUnit, $"{Requests.Reference.Spoken(joined.Reference)}，{kind.Chinese()}：{reason}", isPublic: false);
        Events.Add(new RequestAbsorbed(Id, Reference, joined.Id, kind, People, CurrentUnit, Assignee));
        PlanSweep();
    }

    /// <summary>The worker took back what stood under another.</summary>
    private void Leave() => (HeadId, MergedAs, MergedAt, StateBefore) = (null, null, null, null);
}

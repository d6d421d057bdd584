using UnionHall.Platform.Security;

namespace UnionHall.Requests.Acting;

/// <summary>What the desk can do with a request.</summary>
internal enum Act
{
    Acknowledge = 1,
    Dispatch,
    Assign,
    Ask,
    Note,
    Reply,
    Decline,
    Close,
    Contact,
    AskClock,

    /// <summary>Decided above the unit that has the request.</summary>
    DecideClock,
    ResumeClock,
    SetUrgency,
    Duty,

    /// <summary>Up to the unit that sent it, or to the one above.</summary>
    ReportUp,

    /// <summary>Helpers, parts, the called.</summary>
    Call,
    AskReturn,

    /// <summary>Decided at or above the unit that dispatched.</summary>
    DecideReturn,

    /// <summary>These three are done above the unit that has the request.</summary>
    Chase,
    Supervise,
    Escalate,

    /// <summary>To whom supervises.</summary>
    ReportBack,
    EndSupervision,

    /// <summary>Notes of a case conference.</summary>
    Confer,

    /// <summary>By the unit beside the lead, on its own order.</summary>
    Side,

    /// <summary>By the lead, on an order beside it.</summary>
    HoldSide,

    /// <summary>Above a unit that was called.</summary>
    AssessAbove,

    /// <summary>并案: lets it be handled under another.</summary>
    Merge,

    /// <summary>By the unit that had it, or that of its head.</summary>
    Unmerge,

    /// <summary>An answer that is to wait for consent.</summary>
    AskApproval,

    /// <summary>The same of the word that somebody else is to be asked.</summary>
    AskDecline,
    ApproveReply,
    SendReplyBack,

    /// <summary>By its writer.</summary>
    TakeReplyBack,

    /// <summary>The checklist.</summary>
    Tick,

    /// <summary>反映的是….</summary>
    NameAccused,
}

/// <summary>Which permission an act takes, and when its button is shown. The entity itself has the last word on states.</summary>
internal static class Acts
{
    /// <summary>Any of these, held where the request is now.</summary>
    public static Permission[] Needs(Act act, RequestState state) => act switch
    {
        Act.Dispatch or Act.Decline or Act.AskDecline or Act.SetUrgency or Act.NameAccused => [Permission.DispatchRequests],
        Act.Close or Act.ApproveReply or Act.SendReplyBack => [Permission.SuperviseRequests],
        Act.DecideClock or Act.DecideReturn or Act.Chase or Act.Supervise or Act.Escalate or Act.EndSupervision or Act.AssessAbove =>
            [Permission.DispatchRequests, Permission.SuperviseRequests],
        Act.Call or Act.HoldSide or Act.Merge or Act.Unmerge => [Permission.HandleRequests, Permission.DispatchRequests],
        Act.Confer => [Permission.HandleRequests, Permission.DispatchRequests, Permission.SuperviseRequests],
        Act.ResumeClock or Act.Duty or Act.Tick => [Permission.HandleRequests, Permission.DispatchRequests],
        Act.Reply or Act.AskApproval when state == RequestState.Submitted => [Permission.HandleRequests, Permission.DispatchRequests],
        Act.Note or Act.TakeReplyBack => [Permission.HandleRequests, Permission.DispatchRequests, Permission.SuperviseRequests],
        _ => [Permission.HandleRequests],
    };

    /// <param name="inDispute">The worker said "not solved" and has had no new answer.</param>
    /// <param name="isToBeDecided">The same, and it was not sent on since.</param>
    public static bool IsOffered(Act act, RequestState state, bool inDispute, bool isToBeDecided) => act switch
    {
        Act.Acknowledge => state is RequestState.Submitted or RequestState.Dispatched or RequestState.Disputed,
        Act.Dispatch => state is RequestState.Submitted or RequestState.Dispatched or RequestState.Acknowledged or RequestState.Disputed,
        Act.Ask => state is RequestState.Submitted or RequestState.Dispatched or RequestState.Acknowledged or RequestState.Disputed,
        Act.Decline => !inDispute && state is (RequestState.Submitted or RequestState.Dispatched or RequestState.Acknowledged),
        Act.Close => isToBeDecided,
        Act.Note or Act.Duty => true,
        Act.Unmerge => state == RequestState.Merged,
        Act.Merge => !inDispute && IsOffered(Act.Contact, state, inDispute, isToBeDecided),
        Act.ReportUp => state is RequestState.Submitted or RequestState.Dispatched or RequestState.Acknowledged or RequestState.Disputed,
        Act.AskReturn => state is RequestState.Dispatched or RequestState.Acknowledged,
        Act.Confer => state is not (RequestState.Closed or RequestState.Declined or RequestState.Withdrawn),
        Act.DecideReturn or Act.ReportBack or Act.EndSupervision or Act.Side or Act.HoldSide or Act.AssessAbove or Act.AskApproval or Act.AskDecline or Act.SendReplyBack or Act.TakeReplyBack => false,
        _ => state is RequestState.Submitted or RequestState.Dispatched or RequestState.Acknowledged or RequestState.Asked or RequestState.Disputed,
    };

    /// <summary>True when the actor holds what the act takes over the unit that has the request.</summary>
    public static bool MayDo(this Actor actor, Act act, RequestState state, UnitId unit, IReadOnlyCollection<UnitId> lineage) =>
        Array.Exists(Needs(act, state), permission => IsFromAbove(act) ? actor.CanAbove(permission, unit, lineage) : actor.Can(permission, unit, lineage));

    /// <summary>The unit for which the actor does it: the nearest whose post allows it. The actor must be allowed.</summary>
    public static UnitId ActsFor(this Actor actor, Act act, RequestState state, IReadOnlyList<UnitId> lineage) => lineage.First(unit =>
        Array.Exists(Needs(act, state), permission => actor.Where(permission).Any(grant => grant.Unit == unit && (grant.WholeSubtree || unit == lineage[0]))));

    /// <summary>The nearest unit above for which the actor does it. The actor must be allowed.</summary>
    public static UnitId ActsAbove(this Actor actor, Act act, RequestState state, IReadOnlyList<UnitId> lineage) => lineage.Count == 1
        ? lineage[0]
        : lineage.Skip(1).First(unit => Array.Exists(Needs(act, state), permission => actor.Where(permission).Any(grant => grant.WholeSubtree && grant.Unit == unit)));

    private static bool IsFromAbove(Act act) => act is Act.DecideClock or Act.Chase or Act.Supervise or Act.Escalate or Act.AssessAbove;

    /// <summary>Held over the unit from above it; at the top of the tree at the unit itself.</summary>
    private static bool CanAbove(this Actor actor, Permission permission, UnitId unit, IReadOnlyCollection<UnitId> lineage) => lineage.Count > 1
        ? actor.Where(permission).Any(grant => grant.WholeSubtree && grant.Unit != unit && lineage.Contains(grant.Unit))
        : actor.Can(permission, unit, lineage);
}

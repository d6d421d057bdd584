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
}

/// <summary>Which permission an act takes, and when its button is shown. The entity itself has the last word on states.</summary>
internal static class Acts
{
    /// <summary>Any of these, held where the request is now.</summary>
    public static Permission[] Needs(Act act, RequestState state) => act switch
    {
        Act.Dispatch or Act.Decline => [Permission.DispatchRequests],
        Act.Close => [Permission.SuperviseRequests],
        Act.Reply when state == RequestState.Submitted => [Permission.HandleRequests, Permission.DispatchRequests],
        Act.Note => [Permission.HandleRequests, Permission.DispatchRequests, Permission.SuperviseRequests],
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
        Act.Note => true,
        _ => state is RequestState.Submitted or RequestState.Dispatched or RequestState.Acknowledged or RequestState.Asked or RequestState.Disputed,
    };

    /// <summary>True when the actor holds what the act takes over the unit that has the request.</summary>
    public static bool MayDo(this Actor actor, Act act, RequestState state, UnitId unit, IReadOnlyCollection<UnitId> lineage) =>
        Array.Exists(Needs(act, state), permission => actor.Can(permission, unit, lineage));

    /// <summary>The unit for which the actor does it: the nearest whose post allows it. The actor must be allowed.</summary>
    public static UnitId ActsFor(this Actor actor, Act act, RequestState state, IReadOnlyList<UnitId> lineage) => lineage.First(unit =>
        Array.Exists(Needs(act, state), permission => actor.Where(permission).Any(grant => grant.Unit == unit && (grant.WholeSubtree || unit == lineage[0]))));
}

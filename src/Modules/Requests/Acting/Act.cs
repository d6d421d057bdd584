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

    public static bool IsOffered(Act act, RequestState state) => act switch
    {
        Act.Acknowledge => state is RequestState.Submitted or RequestState.Dispatched or RequestState.Disputed,
        Act.Dispatch => state is RequestState.Submitted or RequestState.Dispatched or RequestState.Acknowledged or RequestState.Disputed,
        Act.Ask => state is RequestState.Submitted or RequestState.Dispatched or RequestState.Acknowledged or RequestState.Disputed,
        Act.Decline => state is RequestState.Submitted or RequestState.Dispatched or RequestState.Acknowledged,
        Act.Close => state == RequestState.Disputed,
        Act.Note => true,
        _ => state is RequestState.Submitted or RequestState.Dispatched or RequestState.Acknowledged or RequestState.Asked or RequestState.Disputed,
    };

    /// <summary>True when the actor holds what the act takes over the unit that has the request.</summary>
    public static bool MayDo(this Actor actor, Act act, RequestState state, UnitId unit, IReadOnlyCollection<UnitId> lineage) =>
        Array.Exists(Needs(act, state), permission => actor.Can(permission, unit, lineage));
}

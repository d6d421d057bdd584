namespace UnionHall.Requests;

/// <summary>Where a request stands.</summary>
public enum RequestState
{
    /// <summary>With the first receiver, not yet dispatched or answered.</summary>
    Submitted = 1,

    /// <summary>Sent to a unit that has not acknowledged it.</summary>
    Dispatched,

    /// <summary>Being handled.</summary>
    Acknowledged,

    /// <summary>Waiting for the worker's answer; the limit runs on.</summary>
    Asked,

    /// <summary>Answered; the worker says whether it is solved.</summary>
    Replied,

    /// <summary>The worker says it is not solved; with someone above the handler.</summary>
    Disputed,

    Closed,

    /// <summary>Not dispatched: another way was shown (接诉即办 Art 11).</summary>
    Declined,

    Withdrawn,

    /// <summary>Handled under another request (并案); it does not count.</summary>
    Merged,
}

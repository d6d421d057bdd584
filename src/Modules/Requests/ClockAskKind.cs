namespace UnionHall.Requests;

/// <summary>What a handler can ask of a clock.</summary>
public enum ClockAskKind
{
    Pause = 1,
    Extension,

    /// <summary>挂账: cannot be solved now for objective reasons; looked at again on a date.</summary>
    Deferral,
}

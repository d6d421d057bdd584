namespace UnionHall.Requests;

/// <summary>How a request ended. Silence is counted apart from "solved".</summary>
public enum Outcome
{
    /// <summary>The worker said solved.</summary>
    Solved = 1,

    /// <summary>Closed above the handler though the worker says not solved.</summary>
    Unsolved,

    /// <summary>Answered; the worker did not say within the window.</summary>
    Silent,

    Declined,

    Withdrawn,
}

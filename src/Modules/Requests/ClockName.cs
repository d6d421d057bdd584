namespace UnionHall.Requests;

/// <summary>Which clock is spoken of.</summary>
public enum ClockName
{
    /// <summary>The promise to the worker, from submission.</summary>
    Promise = 1,

    /// <summary>One unit's part, from its dispatch.</summary>
    Hop,

    /// <summary>The first contact with the worker.</summary>
    Contact,

    /// <summary>A duty beside the handling, such as a written notice.</summary>
    Duty,
}

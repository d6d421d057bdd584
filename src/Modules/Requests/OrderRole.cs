namespace UnionHall.Requests;

/// <summary>What a unit's order is for.</summary>
public enum OrderRole
{
    /// <summary>主办: drives the request; the first receiver, or the unit it was sent to (首接负责).</summary>
    Lead = 1,

    /// <summary>协办: helps the lead and answers to it.</summary>
    Helper,

    /// <summary>分办: a part of the matter; the lead answers the worker when all parts have results.</summary>
    Part,

    /// <summary>吹哨报到: called to the case, checks in and is assessed from two sides.</summary>
    Called,
}

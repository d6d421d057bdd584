namespace UnionHall.Requests.Domain;

/// <summary>How an order came to its unit.</summary>
internal enum OrderWay
{
    /// <summary>The worker's words came here first.</summary>
    Received = 1,

    /// <summary>Sent down; the only way that can be objected to.</summary>
    Dispatched,

    /// <summary>The worker said "not solved".</summary>
    Disputed,

    /// <summary>The unit below asked the upper one to take it (报请).</summary>
    ReportedUp,

    /// <summary>Taken up: late, not solved twice, or by hand (提级).</summary>
    Escalated,

    /// <summary>Called by the lead: a helper, a part, a whistle.</summary>
    Called,

    /// <summary>A follow-up heard "not solved": to the unit that had answered.</summary>
    Reworked,

    /// <summary>The worker brought new facts: to the unit that had answered.</summary>
    Reopened,
}

/// <summary>How an order ended; null while it is open, and for what had ended before this was kept.</summary>
internal enum OrderEnd
{
    /// <summary>The worker was answered, or the side order has its result.</summary>
    Answered = 1,

    /// <summary>Its result went to the unit that had sent it.</summary>
    Reported,

    /// <summary>Given up to the upper unit without a result.</summary>
    PassedUp,

    Escalated,

    /// <summary>退单: the objection was accepted.</summary>
    Returned,

    /// <summary>The lead called it off.</summary>
    Cancelled,

    /// <summary>The unit was merged or closed.</summary>
    HandedOn,

    /// <summary>The request ended otherwise: closed, declined, withdrawn.</summary>
    Lapsed,
}

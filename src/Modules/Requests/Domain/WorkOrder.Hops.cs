namespace UnionHall.Requests.Domain;

/// <summary>What an order is for, what it answered, and what was asked of it (docs/decisions/0008-hops.md).</summary>
internal sealed partial class WorkOrder
{
    public OrderRole Role { get; private init; } = OrderRole.Lead;

    public OrderWay Way { get; private init; } = OrderWay.Received;

    public OrderEnd? Ended { get; private set; }

    /// <summary>What the unit answered, or why the order ended without it.</summary>
    public string? Result { get; private set; }

    /// <summary>阶段情况: what stands in the way of a helper that is late.</summary>
    public string? Interim { get; private set; }

    public DateTimeOffset? InterimAt { get; private set; }

    /// <summary>Once per order; the objection itself is an <see cref="OrderReturn"/>.</summary>
    public DateTimeOffset? ReturnAskedAt { get; private set; }

    public DateTimeOffset? ReturnRefusedAt { get; private set; }

    /// <summary>When the sweep takes a late hop up; set when it finds it late.</summary>
    public DateTimeOffset? EscalateAt { get; private set; }

    /// <summary>It was taken up, or there is nothing above.</summary>
    public DateTimeOffset? EscalatedAt { get; private set; }

    public bool IsLead => Role == OrderRole.Lead;

    public bool IsOpenLead => IsOpen && IsLead;

    public bool IsOpenSide => IsOpen && !IsLead;

    /// <summary>An objection waits for its decision.</summary>
    public bool ReturnWaits => IsOpen && ReturnAskedAt is not null && ReturnRefusedAt is null;

    /// <summary>Had it as lead and gave it away without a result.</summary>
    public bool GaveAway => IsLead && Ended is OrderEnd.Returned or OrderEnd.PassedUp or OrderEnd.Escalated;

    public void End(OrderEnd how, string? words, DateTimeOffset at)
    {
        if (IsOpen)
        {
            (Ended, Result, FinishedAt) = (how, words ?? Result, at);
        }
    }

    /// <summary>Another lead has taken the place of the one it was called by.</summary>
    public void Serve(WorkOrder lead) => ParentId = lead.Id;

    public void Report(string words, DateTimeOffset at) => (Interim, InterimAt) = (words, at);

    public void AskReturn(DateTimeOffset at) => ReturnAskedAt = at;

    public void RefuseReturn(DateTimeOffset at) => ReturnRefusedAt = at;

    public void PlanEscalation(DateTimeOffset at) => EscalateAt = at;

    public void MarkEscalated(DateTimeOffset at) => EscalatedAt = at;
}

using UnionHall.Platform.Ui;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.OpenRequest;

/// <summary>What stands around the hops of a case: clocks, what waits for a decision, what this reader has to do beside the lead.</summary>
internal sealed record HopView
{
    /// <summary>The clocks of open orders.</summary>
    public required IReadOnlyDictionary<WorkOrderId, DueView> Dues { get; init; }

    /// <summary>Open orders beside the lead that are this reader's own unit's.</summary>
    public required IReadOnlyList<WorkOrder> Own { get; init; }

    /// <summary>Orders beside the lead on which the reader may act, and ended ones of the called that he may assess.</summary>
    public required IReadOnlySet<(WorkOrderId Order, HopAct Act)> Acts { get; init; }

    /// <summary>The objection that waits.</summary>
    public OrderReturn? Return { get; init; }

    public bool MayDecideReturn { get; init; }

    public int Returns { get; init; }

    public Supervision? Supervision { get; init; }

    public bool MayReportBack { get; init; }

    public bool MayEndSupervision { get; init; }

    public required IReadOnlyList<OrderAssessment> Assessments { get; init; }

    public bool May(WorkOrderId order, HopAct act) => Acts.Contains((order, act));
}

/// <summary>What may be done with one order beside the lead.</summary>
internal enum HopAct
{
    Answer = 1,
    Hold,
    Assess,
    AssessAbove,
}

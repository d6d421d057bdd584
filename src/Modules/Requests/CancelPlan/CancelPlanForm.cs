namespace UnionHall.Requests.CancelPlan;

internal sealed class CancelPlanForm
{
    public uint? Seen { get; set; }
}

using UnionHall.Platform.Data;

namespace UnionHall.Requests;

/// <summary>The key of a work order (工单): one hop of a request through one unit.</summary>
public readonly record struct WorkOrderId(Guid Value) : IId<WorkOrderId>
{
    public static WorkOrderId From(Guid value) => new(value);

    public static WorkOrderId Next(DateTimeOffset at) => new(SortableId.Next(at));

    public override string ToString() => Value.ToString("N");
}

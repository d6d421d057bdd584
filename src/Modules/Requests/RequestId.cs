using UnionHall.Platform.Data;

namespace UnionHall.Requests;

/// <summary>The key of a request (诉求). Made from the moment of submission, so keys sort by time.</summary>
public readonly record struct RequestId(Guid Value) : IId<RequestId>
{
    public static RequestId From(Guid value) => new(value);

    public static RequestId Next(DateTimeOffset at) => new(SortableId.Next(at));

    public override string ToString() => Value.ToString("N");
}

using UnionHall.Platform.Data;

namespace UnionHall.Organisation;

/// <summary>The key of an API key.</summary>
public readonly record struct ApiKeyId(Guid Value) : IId<ApiKeyId>
{
    public static ApiKeyId From(Guid value) => new(value);

    public static ApiKeyId Next(DateTimeOffset at) => new(SortableId.Next(at));

    public override string ToString() => Value.ToString("N");
}

using UnionHall.Platform.Data;

namespace UnionHall.Organisation;

/// <summary>The key of a delegation: one post lent to another person until a day.</summary>
public readonly record struct DelegationId(Guid Value) : IId<DelegationId>
{
    public static DelegationId From(Guid value) => new(value);

    public static DelegationId Next() => new(Guid.CreateVersion7());

    public override string ToString() => Value.ToString("N");
}

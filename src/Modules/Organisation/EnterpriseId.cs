using UnionHall.Platform.Data;

namespace UnionHall.Organisation;

/// <summary>The key of an enterprise: an employer that a unit covers.</summary>
public readonly record struct EnterpriseId(Guid Value) : IId<EnterpriseId>
{
    public static EnterpriseId From(Guid value) => new(value);

    public static EnterpriseId Next() => new(Guid.CreateVersion7());

    public override string ToString() => Value.ToString("N");
}

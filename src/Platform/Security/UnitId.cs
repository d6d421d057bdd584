using UnionHall.Platform.Data;

namespace UnionHall.Platform.Security;

/// <summary>The key of a unit of the union tree. Every row of the platform hangs on one unit.</summary>
public readonly record struct UnitId(Guid Value) : IId<UnitId>
{
    public static UnitId From(Guid value) => new(value);

    public static UnitId Next() => new(Guid.CreateVersion7());

    public override string ToString() => Value.ToString("N");
}

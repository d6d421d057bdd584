using UnionHall.Platform.Data;

namespace UnionHall.People;

/// <summary>The key of a person.</summary>
public readonly record struct PersonId(Guid Value) : IId<PersonId>
{
    public static PersonId From(Guid value) => new(value);

    public static PersonId Next() => new(Guid.CreateVersion7());

    public override string ToString() => Value.ToString("N");
}

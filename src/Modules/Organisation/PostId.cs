using UnionHall.Platform.Data;

namespace UnionHall.Organisation;

/// <summary>The key of a post: one person, one role, one unit, from a day to a day.</summary>
public readonly record struct PostId(Guid Value) : IId<PostId>
{
    public static PostId From(Guid value) => new(value);

    public static PostId Next() => new(Guid.CreateVersion7());

    public override string ToString() => Value.ToString("N");
}

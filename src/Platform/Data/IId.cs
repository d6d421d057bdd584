namespace UnionHall.Platform.Data;

/// <summary>A typed key around a UUIDv7. <see cref="AppDbContext"/> maps every implementation to uuid by convention.</summary>
public interface IId<TSelf>
    where TSelf : struct, IId<TSelf>
{
    Guid Value { get; }

    static abstract TSelf From(Guid value);
}

using UnionHall.Platform.Data;

namespace UnionHall.Platform.Files;

/// <summary>The key of a stored file.</summary>
public readonly record struct FileId(Guid Value) : IId<FileId>
{
    public static FileId From(Guid value) => new(value);

    public static FileId Next() => new(Guid.CreateVersion7());

    public override string ToString() => Value.ToString("D");
}

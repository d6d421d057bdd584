using UnionHall.Platform.Data;

namespace UnionHall.Platform.Files;

/// <summary>A file was taken in; it belongs to nothing yet.</summary>
public sealed record FileUploaded(FileId File, string MediaType, long Size) : IDomainEvent
{
    public Subject Subject => new("file", File.Value);
}

/// <summary>A file that nothing claimed in time was removed.</summary>
public sealed record FileSwept(FileId File) : IDomainEvent
{
    public Subject Subject => new("file", File.Value);
}

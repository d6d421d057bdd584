using UnionHall.Platform.Data;

namespace UnionHall.Organisation;

/// <summary>A file of units, posts or enterprises was imported; each row that changed something has its own event beside this one.</summary>
public sealed record ImportApplied(Guid Batch, ImportKind Kind, int Added, int Changed) : IDomainEvent
{
    public Subject Subject => new("import", Batch);
}

/// <summary>An import was taken back: every row is as it was before.</summary>
public sealed record ImportRolledBack(Guid Batch, ImportKind Kind) : IDomainEvent
{
    public Subject Subject => new("import", Batch);
}

/// <summary>A file was taken in to be looked through; nothing else changed yet.</summary>
public sealed record ImportUploaded(Guid Batch, ImportKind Kind) : IDomainEvent
{
    public Subject Subject => new("import", Batch);
}

/// <summary>Units, posts or enterprises in someone's reach were exported.</summary>
public sealed record TableExported(ImportKind Kind, int Rows, Guid Export) : IDomainEvent
{
    public Subject Subject => new("export", Export);
}

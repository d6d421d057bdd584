using UnionHall.Platform.Data;

namespace UnionHall.Platform.Backups;

/// <summary>Everything was copied into a file outside the site.</summary>
public sealed record BackupMade(Guid Backup, long Rows, int Files, bool WithKeys) : IDomainEvent
{
    public Subject Subject => new("backup", Backup);
}

/// <summary>The site was filled from a backup.</summary>
public sealed record BackupRestored(Guid Backup, DateTimeOffset MadeAt, long Rows, int Files) : IDomainEvent
{
    public Subject Subject => new("backup", Backup);
}

using UnionHall.Platform;
using UnionHall.Platform.Data;
using UnionHall.Platform.Security;

namespace UnionHall.Organisation.Imports;

/// <summary>An uploaded file: first looked through, then applied, perhaps taken back. What it changed is kept with the state before.</summary>
internal sealed class ImportBatch : IRaiseEvents
{
    private readonly List<ImportChange> changes = [];

    private ImportBatch()
    {
    }

    public Guid Id { get; private init; }

    public ImportKind Kind { get; private init; }

    public string FileName { get; private init; } = "";

    /// <summary>The file, until it is applied.</summary>
    public byte[]? Content { get; private set; }

    /// <summary>The day from which rows without a day of their own are in force.</summary>
    public DateOnly FromOn { get; private init; }

    public AccountId? Account { get; private init; }

    public string ActorName { get; private init; } = "";

    public DateTimeOffset UploadedAt { get; private init; }

    public DateTimeOffset? AppliedAt { get; private set; }

    public DateTimeOffset? RolledBackAt { get; private set; }

    public int Added { get; private set; }

    public int Changed { get; private set; }

    public IReadOnlyList<ImportChange> Changes => changes;

    public EventList Events { get; } = new();

    public static ImportBatch Upload(ImportKind kind, string fileName, byte[] content, DateOnly from, Actor actor, DateTimeOffset now) => new()
    {
        Id = SortableId.Next(now),
        Kind = kind,
        FileName = fileName,
        Content = content,
        FromOn = from,
        Account = actor.Account,
        ActorName = actor.Name,
        UploadedAt = now,
    };

    /// <summary>Keeps what the rows changed; the file itself is no longer needed.</summary>
    public void Apply(ImportPlan plan, DateTimeOffset now)
    {
        (AppliedAt, Content) = (now, null);
        (Added, Changed) = (plan.Count(RowOutcome.Added), plan.Count(RowOutcome.Changed));
        changes.AddRange(plan.Rows.Where(row => row.Outcome is RowOutcome.Added or RowOutcome.Changed)
            .Select(row => new ImportChange(Id, row.Number, row.Subject, row.Label, row.Before, row.After!)));
        Events.Add(new ImportApplied(Id, Kind, Added, Changed));
    }

    /// <summary>Marks it as taken back.</summary>
    public Result RollBack(DateTimeOffset now)
    {
        if (AppliedAt is null || RolledBackAt is not null)
        {
            return Result.Refuse("not-applied", AppliedAt is null ? "这个文件还没有导入，没有可以退回的。" : "这次导入已经退回过了。");
        }

        RolledBackAt = now;
        Events.Add(new ImportRolledBack(Id, Kind));
        return Result.Done;
    }
}

/// <summary>One row that an import added (no image before) or changed.</summary>
internal sealed class ImportChange(Guid batchId, int rowNumber, Guid subjectId, string label, string? before, string after)
{
    public Guid BatchId { get; private init; } = batchId;

    public int RowNumber { get; private init; } = rowNumber;

    public Guid SubjectId { get; private init; } = subjectId;

    public string Label { get; private init; } = label;

    public string? Before { get; private init; } = before;

    public string After { get; private init; } = after;
}

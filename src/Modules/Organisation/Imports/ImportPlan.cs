namespace UnionHall.Organisation.Imports;

/// <summary>What a file says, row by row: errors, and what becomes different.</summary>
internal sealed class ImportPlan(IReadOnlyList<string> unusedHeadings)
{
    public List<ImportRow> Rows { get; } = [];

    /// <summary>Headings of the file that no column of ours has.</summary>
    public IReadOnlyList<string> UnusedHeadings => unusedHeadings;

    /// <summary>What exists here but not in the file, named.</summary>
    public List<string> Missing { get; } = [];

    public bool HasErrors => Rows.Exists(row => row.Errors.Count > 0);

    public int Count(RowOutcome outcome) => Rows.Count(row => row.Outcome == outcome);

    public ImportOutcome Outcome() => new(
        Count(RowOutcome.Added),
        Count(RowOutcome.Changed),
        Count(RowOutcome.Unchanged),
        Count(RowOutcome.Refused),
        Missing.Count,
        [.. Rows.SelectMany(row => row.Errors)]);
}

internal enum RowOutcome
{
    Unchanged,
    Added,
    Changed,
    Refused,
}

/// <summary>One row of the file and what it does.</summary>
internal sealed class ImportRow(int number)
{
    public int Number => number;

    /// <summary>What the row is about, for people.</summary>
    public string Label { get; set; } = "";

    public List<ImportError> Errors { get; } = [];

    public List<FieldChange> Changes { get; } = [];

    public bool IsNew { get; set; }

    /// <summary>The key of what it changes, and its images before (null when new) and after.</summary>
    public Guid Subject { get; set; }

    public string? Before { get; set; }

    public string? After { get; set; }

    public RowOutcome Outcome =>
        Errors.Count > 0 ? RowOutcome.Refused : IsNew ? RowOutcome.Added : Changes.Count > 0 ? RowOutcome.Changed : RowOutcome.Unchanged;
}

internal sealed record FieldChange(string Field, string Before, string After);

using UnionHall.Organisation.Domain;
using UnionHall.Platform;
using UnionHall.Platform.Security;

namespace UnionHall.Organisation.Imports;

/// <summary>One kind of import: its columns, how rows become changes, how changes are taken back, what is exported.</summary>
internal interface IImportSheet
{
    ImportKind Kind { get; }

    /// <summary>Who may import and export this.</summary>
    Permission Permission { get; }

    IReadOnlyList<ImportColumn> Columns { get; }

    /// <summary>Carries the rows out on tracked entities, by the same verbs as the pages. Nothing is saved here.</summary>
    Task PlanAsync(ImportRun run, ImportPlan plan, IReadOnlyList<ImportLine> lines, CancellationToken stop);

    /// <summary>Takes changes back on tracked entities; refuses where a row was changed since.</summary>
    Task<Result> RestoreAsync(ImportRun run, IReadOnlyList<ImportChange> changes, CancellationToken stop);

    /// <summary>Rows in reach, in the columns of the import.</summary>
    IAsyncEnumerable<object?[]> ExportAsync(UnitTree tree, Actor actor, DateOnly today);
}

/// <summary>Who imports, into which tree, as of which day.</summary>
/// <param name="From">The day from which rows without a day of their own are in force.</param>
internal sealed record ImportRun(Actor Actor, UnitTree Tree, DateOnly From, DateOnly Today);

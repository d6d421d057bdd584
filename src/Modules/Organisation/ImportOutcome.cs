namespace UnionHall.Organisation;

/// <summary>What an import did, or would do in a dry run. With errors nothing was done.</summary>
/// <param name="Added">New rows.</param>
/// <param name="Changed">Rows of which some field changed.</param>
/// <param name="Unchanged">Rows that were so already.</param>
/// <param name="Refused">Rows with an error.</param>
/// <param name="Missing">Rows that exist here but not in the file; they are left alone.</param>
/// <param name="Errors">Where and what, in Chinese.</param>
public sealed record ImportOutcome(int Added, int Changed, int Unchanged, int Refused, int Missing, IReadOnlyList<ImportError> Errors);

/// <summary>One error of an import file.</summary>
/// <param name="Row">The row as a spreadsheet counts it; 0 for the file as a whole.</param>
/// <param name="Column">The heading of the column, or null for the whole row.</param>
/// <param name="Sentence">What is wrong and what to do.</param>
public sealed record ImportError(int Row, string? Column, string Sentence)
{
    public override string ToString() => Row == 0 ? Sentence : Column is null ? $"第 {Row} 行：{Sentence}" : $"第 {Row} 行“{Column}”：{Sentence}";
}

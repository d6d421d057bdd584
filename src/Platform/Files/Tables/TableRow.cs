namespace UnionHall.Platform.Files.Tables;

/// <summary>One row of a table as text.</summary>
/// <param name="Number">The row as a spreadsheet counts it, from 1.</param>
/// <param name="Cells">Trimmed texts; missing cells at the end are absent.</param>
public sealed record TableRow(int Number, IReadOnlyList<string> Cells)
{
    public bool IsEmpty => Cells.All(cell => cell.Length == 0);

    /// <summary>The cell at this place, or the empty string.</summary>
    public string At(int column) => column >= 0 && column < Cells.Count ? Cells[column] : "";
}

/// <summary>How much a table may hold, so that a small hostile file cannot fill the memory.</summary>
/// <param name="Rows">Rows, the heading included.</param>
/// <param name="Columns">Cells of one row.</param>
/// <param name="CellLength">Characters of one cell.</param>
/// <param name="UnpackedBytes">What a workbook may unpack to.</param>
public sealed record TableLimits(int Rows = 200_000, int Columns = 200, int CellLength = 32_767, long UnpackedBytes = 512L << 20);

/// <summary>The file cannot be read as a table; the message is Chinese, for the page.</summary>
public sealed class TableRefusedException(string message) : Exception(message);

using System.Globalization;

namespace UnionHall.Platform.Files.Tables;

/// <summary>
/// Writes a table row by row: CSV (UTF-8 with mark, as Excel wants it) or xlsx. Text that a spreadsheet would run as a
/// formula is neutralised. Write to a file or a memory stream, not to a response: writing is synchronous.
/// </summary>
public abstract class TableWriter : IDisposable
{
    public const string CsvType = "text/csv";
    public const string XlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private protected TableWriter()
    {
    }

    /// <summary>Starts a CSV file with its headings. The stream stays open.</summary>
    public static TableWriter Csv(Stream stream, IReadOnlyList<TableColumn> columns) => new CsvTableWriter(stream, columns);

    /// <summary>Starts a workbook of one sheet with its headings. The stream stays open.</summary>
    public static TableWriter Xlsx(Stream stream, string sheet, IReadOnlyList<TableColumn> columns) => new XlsxTableWriter(stream, sheet, columns);

    /// <summary>Writes one row: texts, whole and decimal numbers, days (as 2026-09-18), null for an empty cell.</summary>
    public abstract void Write(params IReadOnlyList<object?> cells);

    public abstract void Dispose();

    private protected static bool IsNumber(object? cell) => cell is int or long or decimal;

    private protected static string Text(object? cell) => cell switch
    {
        null => "",
        string text => Formulas.Neutral(text),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => Formulas.Neutral(cell.ToString() ?? ""),
    };
}

using UnionHall.Platform.Files.Tables;

namespace UnionHall.Organisation.Imports;

/// <summary>Reads a file against the columns of a sheet.</summary>
internal static class ImportFile
{
    public static readonly TableLimits Limits = new(Rows: 60_000, Columns: 60, CellLength: 2_000, UnpackedBytes: 256L << 20);

    /// <summary>The rows, and a plan that knows which headings were of no use.</summary>
    /// <exception cref="TableRefusedException">No table, or a column that must be there is not.</exception>
    public static (ImportPlan Plan, List<ImportLine> Lines) Read(Stream content, IReadOnlyList<ImportColumn> columns)
    {
        var table = HeadedTable.Open(content, Limits);
        var places = columns.Select(column => (Column: column, Place: table.Find(column.Heading, column.Name))).ToList();
        var absent = places.Where(column => column.Column.Required && column.Place < 0).Select(column => $"“{column.Column.Heading}”").ToList();
        if (absent.Count > 0)
        {
            throw new TableRefusedException($"第一行里没有{string.Join("、", absent)}这{(absent.Count > 1 ? "几" : "一")}列。请用下载的模板，保留第一行的列名。");
        }

        var used = places.Select(column => column.Place).ToHashSet();
        var unused = table.Headings.Cells.Where((heading, place) => heading.Length > 0 && !used.Contains(place)).ToList();
        return (new ImportPlan(unused), [.. table.Rows.Select(row => new ImportLine(row, places))]);
    }
}

namespace UnionHall.Platform.Files.Tables;

/// <summary>A table whose first row names its columns.</summary>
public sealed class HeadedTable
{
    private readonly Dictionary<string, int> columns;

    private HeadedTable(TableRow headings, IEnumerable<TableRow> rows)
    {
        Headings = headings;
        Rows = rows;
        columns = headings.Cells.Select((heading, place) => (heading, place)).Where(column => column.heading.Length > 0)
            .GroupBy(column => column.heading, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => group.First().place, StringComparer.OrdinalIgnoreCase);
    }

    public TableRow Headings { get; }

    /// <summary>The rows below, read as they are walked; once.</summary>
    public IEnumerable<TableRow> Rows { get; }

    /// <summary>Opens a table.</summary>
    /// <exception cref="TableRefusedException">It is empty, or no table at all.</exception>
    public static HeadedTable Open(Stream stream, TableLimits? limits = null)
    {
        var rows = TableReader.Read(stream, limits).GetEnumerator();
        return rows.MoveNext()
            ? new HeadedTable(rows.Current, Rest(rows))
            : throw new TableRefusedException("文件是空的。请用下载的模板填好再上传。");
    }

    /// <summary>Where the column with one of these names stands; -1 when there is none.</summary>
    public int Find(params IEnumerable<string> names) =>
        names.Select(name => columns.GetValueOrDefault(name, -1)).FirstOrDefault(place => place >= 0, -1);

    private static IEnumerable<TableRow> Rest(IEnumerator<TableRow> rows)
    {
        using (rows)
        {
            while (rows.MoveNext())
            {
                yield return rows.Current;
            }
        }
    }
}

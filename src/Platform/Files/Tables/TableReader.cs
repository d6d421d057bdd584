namespace UnionHall.Platform.Files.Tables;

/// <summary>
/// Reads the rows of a CSV file (UTF-8, UTF-16 with mark, or GB 18030) or of the first sheet of an xlsx workbook, told apart
/// by content. Rows come one by one; a file of any size needs little memory.
/// </summary>
public static class TableReader
{
    private static readonly byte[] Zip = [0x50, 0x4B, 0x03, 0x04];
    private static readonly byte[] OldExcel = [0xD0, 0xCF, 0x11, 0xE0];

    /// <summary>Reads the rows.</summary>
    /// <param name="stream">Seekable: a stored file, an upload kept on disk, or a memory stream.</param>
    /// <exception cref="TableRefusedException">While rows are read: not a table, broken, or over a limit.</exception>
    public static IEnumerable<TableRow> Read(Stream stream, TableLimits? limits = null)
    {
        if (!stream.CanSeek)
        {
            throw new ArgumentException("The stream must be seekable: it is looked at before it is read.", nameof(stream));
        }

        var head = new byte[4];
        var length = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        if (head.AsSpan(0, length).SequenceEqual(OldExcel))
        {
            throw new TableRefusedException("这是旧版 Excel（.xls）文件。请用 Excel 或 WPS 打开，另存为 .xlsx 或 CSV 再上传。");
        }

        var bounds = limits ?? new TableLimits();
        return Guard(head.AsSpan(0, length).SequenceEqual(Zip) ? XlsxRows.Read(stream, bounds) : CsvRows.Read(stream, bounds), bounds);
    }

    private static IEnumerable<TableRow> Guard(IEnumerable<TableRow> rows, TableLimits limits)
    {
        foreach (var row in rows)
        {
            if (row.Number > limits.Rows)
            {
                throw new TableRefusedException($"表格超过 {limits.Rows:N0} 行。请分成几个文件上传。");
            }

            if (row.Cells.Count > limits.Columns)
            {
                throw new TableRefusedException($"第 {row.Number} 行超过 {limits.Columns} 列。请用下载的模板，只保留需要的列。");
            }

            if (!row.IsEmpty)
            {
                yield return row with { Cells = [.. row.Cells.Select(Formulas.Bare)] };
            }
        }
    }
}

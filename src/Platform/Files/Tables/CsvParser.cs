using System.Text;

namespace UnionHall.Platform.Files.Tables;

internal sealed class CsvParser(TextReader reader, char separator, TableLimits limits)
{
    private readonly StringBuilder cell = new();
    private readonly List<string> cells = [];

    /// <summary>Rows are numbered as a spreadsheet shows them: a quoted line break does not count.</summary>
    public IEnumerable<TableRow> Rows()
    {
        for (var number = 1; ReadRow(number); number++)
        {
            yield return new TableRow(number, [.. cells]);
        }
    }

    private bool ReadRow(int number)
    {
        cells.Clear();
        if (reader.Peek() < 0)
        {
            return false;
        }

        while (ReadCell(number))
        {
        }

        return true;
    }

    /// <summary>Reads one cell; true when another follows in the same row.</summary>
    private bool ReadCell(int number)
    {
        cell.Clear();
        if (reader.Peek() == '"')
        {
            _ = reader.Read();
            ReadQuoted(number);
        }

        for (var next = reader.Read(); next >= 0; next = reader.Read())
        {
            if (next == separator)
            {
                return Finish(another: true, number);
            }

            if (next is '\r' or '\n')
            {
                SkipLineFeed(next);
                break;
            }

            Append((char)next, number);
        }

        return Finish(another: false, number);
    }

    private void ReadQuoted(int number)
    {
        for (var next = reader.Read(); ; next = reader.Read())
        {
            if (next < 0)
            {
                throw new TableRefusedException($"第 {number} 行有一个引号没有配对。请用 Excel 或 WPS 重新保存再上传。");
            }

            if (next != '"')
            {
                Append((char)next, number);
            }
            else if (reader.Peek() == '"')
            {
                Append((char)reader.Read(), number);
            }
            else
            {
                return;
            }
        }
    }

    private void Append(char character, int number)
    {
        if (cell.Length >= limits.CellLength)
        {
            throw new TableRefusedException($"第 {number} 行有一格超过 {limits.CellLength:N0} 个字。");
        }

        cell.Append(character);
    }

    private bool Finish(bool another, int number)
    {
        if (cells.Count > limits.Columns)
        {
            throw new TableRefusedException($"第 {number} 行超过 {limits.Columns} 列。请用下载的模板，只保留需要的列。");
        }

        cells.Add(cell.ToString());
        return another;
    }

    private void SkipLineFeed(int end)
    {
        if (end == '\r' && reader.Peek() == '\n')
        {
            _ = reader.Read();
        }
    }
}

using System.Text;

namespace UnionHall.Platform.Files.Tables;

internal sealed class CsvTableWriter : TableWriter
{
    private readonly StreamWriter writer;

    public CsvTableWriter(Stream stream, IReadOnlyList<TableColumn> columns)
    {
        writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };
        Write([.. columns.Select(column => column.Heading)]);
    }

    public override void Write(params IReadOnlyList<object?> cells) => writer.WriteLine(string.Join(',', cells.Select(Cell)));

    public override void Dispose() => writer.Dispose();

    private static string Cell(object? cell)
    {
        var text = Text(cell);
        return text.AsSpan().ContainsAny(",\"\r\n\t") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}

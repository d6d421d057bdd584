using System.Text;

namespace UnionHall.Platform.Files.Tables;

/// <summary>RFC 4180 with what spreadsheets really write: any line end, comma, tab or semicolon.</summary>
internal static class CsvRows
{
    public static IEnumerable<TableRow> Read(Stream stream, TableLimits limits)
    {
        var encoding = CsvEncoding.Detect(stream);
        var separator = Separator(stream, encoding);
        using var reader = Open(stream, encoding);
        foreach (var row in new CsvParser(reader, separator, limits).Rows())
        {
            yield return row;
        }
    }

    private static char Separator(Stream stream, Encoding encoding)
    {
        using var reader = Open(stream, encoding);
        var heading = reader.ReadLine() ?? "";
        stream.Position = 0;
        return new[] { ',', '\t', ';' }.MaxBy(candidate => heading.Count(character => character == candidate));
    }

    private static StreamReader Open(Stream stream, Encoding encoding) => new(stream, encoding, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
}

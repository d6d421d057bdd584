using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace UnionHall.Platform.Files.Tables;

/// <summary>The first sheet of a workbook, row by row.</summary>
internal static class XlsxRows
{
    public static IEnumerable<TableRow> Read(Stream stream, TableLimits limits)
    {
        RefuseBomb(stream, limits);
        using var document = Open(stream);
        var book = document.WorkbookPart ?? throw Broken();
        var sheet = book.Workbook.Descendants<Sheet>().FirstOrDefault()?.Id?.Value is { } id && book.GetPartById(id) is WorksheetPart part ? part : throw Broken();
        var cells = new XlsxCells(book);
        using var reader = OpenXmlReader.Create(sheet);
        for (var row = 0; Next(reader);)
        {
            row = Number(reader, row);
            yield return new TableRow(row, ReadRow(reader, cells, row, limits));
        }
    }

    private static bool Next(OpenXmlReader reader)
    {
        try
        {
            while (reader.Read())
            {
                if (reader.ElementType == typeof(Row) && reader.IsStartElement)
                {
                    return true;
                }
            }

            return false;
        }
        catch (Exception problem) when (problem is XmlException or InvalidDataException or ArgumentException)
        {
            throw Broken();
        }
    }

    private static int Number(OpenXmlReader reader, int previous)
    {
        var written = reader.Attributes.FirstOrDefault(attribute => attribute.LocalName == "r").Value;
        return int.TryParse(written, out var number) && number > previous ? number : previous + 1;
    }

    private static List<string> ReadRow(OpenXmlReader reader, XlsxCells cells, int row, TableLimits limits)
    {
        var texts = new List<string>();
        try
        {
            if (!reader.ReadFirstChild())
            {
                return texts;
            }

            do
            {
                if (reader.ElementType != typeof(Cell))
                {
                    continue;
                }

                var cell = (Cell)reader.LoadCurrentElement()!;
                var column = XlsxCells.Column(cell.CellReference?.Value) ?? texts.Count;
                if (column >= limits.Columns)
                {
                    break;
                }

                while (texts.Count <= column)
                {
                    texts.Add("");
                }

                texts[column] = Short(cells.Text(cell), row, limits);
            }
            while (reader.ReadNextSibling());
        }
        catch (Exception problem) when (problem is XmlException or InvalidDataException or ArgumentException or FormatException)
        {
            throw Broken();
        }

        return texts;
    }

    private static string Short(string text, int row, TableLimits limits) =>
        text.Length <= limits.CellLength ? text : throw new TableRefusedException($"第 {row} 行有一格超过 {limits.CellLength:N0} 个字。");

    private static SpreadsheetDocument Open(Stream stream)
    {
        try
        {
            return SpreadsheetDocument.Open(stream, isEditable: false);
        }
        catch (Exception problem) when (problem is OpenXmlPackageException or FileFormatException or InvalidDataException or XmlException)
        {
            throw Broken();
        }
    }

    /// <summary>Unpacks everything once and counts: the sizes an archive claims can lie.</summary>
    private static void RefuseBomb(Stream stream, TableLimits limits)
    {
        try
        {
            using var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            var unpacked = 0L;
            var block = new byte[1 << 16];
            foreach (var entry in archive.Entries)
            {
                using var content = entry.Open();
                for (var read = content.Read(block); read > 0; read = content.Read(block))
                {
                    if ((unpacked += read) > limits.UnpackedBytes)
                    {
                        throw new TableRefusedException("这个表格解压后太大。请只保留需要的列，或分成几个文件上传。");
                    }
                }
            }
        }
        catch (InvalidDataException)
        {
            throw Broken();
        }
        finally
        {
            stream.Position = 0;
        }
    }

    private static TableRefusedException Broken() => new("这个 xlsx 文件打不开，可能没有存完整。请用 Excel 或 WPS 打开检查，重新保存再上传。");
}

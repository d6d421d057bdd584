using System.IO.Compression;
using System.Text;
using System.Xml;

namespace UnionHall.Platform.Files.Tables;

/// <summary>
/// A workbook of one sheet, straight into the archive: the library would keep the whole sheet in memory. Columns are
/// formatted as text, so that codes with leading zeros survive being edited.
/// </summary>
internal sealed class XlsxTableWriter : TableWriter
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const int CellLimit = 32_767;
    private const int LastRow = 1_048_576;

    private readonly ZipArchive archive;
    private readonly Stream sheet;
    private readonly XmlWriter writer;
    private readonly IReadOnlyList<TableColumn> columns;
    private int rows;

    public XlsxTableWriter(Stream stream, string name, IReadOnlyList<TableColumn> columns)
    {
        this.columns = columns;
        archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8);
        XlsxParts.Write(archive, name);
        sheet = archive.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).Open();
        writer = XmlWriter.Create(sheet, new XmlWriterSettings { Encoding = new UTF8Encoding(false), CheckCharacters = false });
        Start();
        Write([.. columns.Select(column => column.Heading)]);
    }

    public override void Write(params IReadOnlyList<object?> cells)
    {
        writer.WriteStartElement("row", Main);
        writer.WriteAttributeString("r", (++rows).ToString(System.Globalization.CultureInfo.InvariantCulture));
        foreach (var cell in cells)
        {
            Cell(cell);
        }

        writer.WriteEndElement();
    }

    public override void Dispose()
    {
        writer.WriteEndElement();
        Choices();
        writer.WriteEndElement();
        writer.Dispose();
        sheet.Dispose();
        archive.Dispose();
    }

    private void Start()
    {
        writer.WriteStartElement("worksheet", Main);
        writer.WriteRaw("<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>");
        writer.WriteStartElement("cols", Main);
        for (var place = 1; place <= columns.Count; place++)
        {
            writer.WriteRaw(FormattableString.Invariant($"<col min=\"{place}\" max=\"{place}\" width=\"{columns[place - 1].Width}\" style=\"1\" customWidth=\"1\"/>"));
        }

        writer.WriteEndElement();
        writer.WriteStartElement("sheetData", Main);
    }

    private void Cell(object? cell)
    {
        writer.WriteStartElement("c", Main);
        if (IsNumber(cell))
        {
            writer.WriteElementString("v", Main, Text(cell));
        }
        else if (cell is not null)
        {
            writer.WriteAttributeString("s", "1");
            writer.WriteAttributeString("t", "inlineStr");
            writer.WriteStartElement("is", Main);
            writer.WriteStartElement("t", Main);
            writer.WriteAttributeString("xml", "space", null, "preserve");
            writer.WriteString(Writable(Text(cell)));
            writer.WriteEndElement();
            writer.WriteEndElement();
        }

        writer.WriteEndElement();
    }

    /// <summary>XML 1.0 has no place for most control characters, nor a sheet for more than 32,767 characters in a cell.</summary>
    private static string Writable(string text)
    {
        var clean = text.Length > CellLimit ? text[..CellLimit] : text;
        return clean.All(XmlConvert.IsXmlChar) ? clean : string.Concat(clean.EnumerateRunes().Where(Fits).Select(rune => rune.ToString()));
    }

    private static bool Fits(Rune rune) => rune.Value > 0xFFFF || XmlConvert.IsXmlChar((char)rune.Value);

    private void Choices()
    {
        var picked = columns.Select((column, place) => (column.Choices, Letter: (char)('A' + place))).Where(column => column.Choices is { Count: > 0 }).ToList();
        if (picked.Count == 0)
        {
            return;
        }

        writer.WriteStartElement("dataValidations", Main);
        foreach (var (choices, letter) in picked)
        {
            writer.WriteStartElement("dataValidation", Main);
            writer.WriteAttributeString("type", "list");
            writer.WriteAttributeString("allowBlank", "1");
            writer.WriteAttributeString("showErrorMessage", "1");
            writer.WriteAttributeString("sqref", FormattableString.Invariant($"{letter}2:{letter}{LastRow}"));
            writer.WriteElementString("formula1", Main, $"\"{string.Join(',', choices!)}\"");
            writer.WriteEndElement();
        }

        writer.WriteEndElement();
    }
}

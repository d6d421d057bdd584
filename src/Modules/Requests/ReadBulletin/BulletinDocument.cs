using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace UnionHall.Requests.ReadBulletin;

/// <summary>The bulletin as a Word file, with the same numbers as the page.</summary>
internal static class BulletinDocument
{
    public const string Type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private static readonly string[] Headings = ["", "件数", "占比", "环比", "同比"];

    public static MemoryStream Write(Bulletin bulletin, string asOf)
    {
        var stream = new MemoryStream();
        using (var file = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var body = new Body();
            body.Append(Line($"{bulletin.Unit.Name}职工诉求办理通报", "36", isBold: true, JustificationValues.Center));
            body.Append(Line($"{bulletin.Period.Name}{(bulletin.Days is null ? "" : "，还没有过完")}，截至 {asOf}", "21", isBold: false, JustificationValues.Center));
            foreach (var sentence in bulletin.Sentences)
            {
                body.Append(Line(sentence, "24", isBold: false));
            }

            foreach (var (title, lines) in bulletin.Tables)
            {
                body.Append(Line(title, "28", isBold: true), TableOf(lines, bulletin.Total));
            }

            body.Append(new Paragraph());
            file.AddMainDocumentPart().Document = new Document(body);
        }

        stream.Position = 0;
        return stream;
    }

    private static Table TableOf(IReadOnlyList<BulletinLine> lines, BulletinLine total)
    {
        var table = new Table(new TableProperties(
            new TableWidth { Width = "5000", Type = TableWidthUnitValues.Pct },
            new TableBorders(
                new TopBorder { Val = BorderValues.Single }, new LeftBorder { Val = BorderValues.Single }, new BottomBorder { Val = BorderValues.Single }, new RightBorder { Val = BorderValues.Single },
                new InsideHorizontalBorder { Val = BorderValues.Single }, new InsideVerticalBorder { Val = BorderValues.Single })));
        table.Append(new TableGrid(Headings.Select(_ => new GridColumn())));
        table.Append(Row(Headings, isBold: true));
        foreach (var line in lines)
        {
            table.Append(Row(Cells(line, total), isBold: false));
        }

        table.Append(Row(Cells(total, total), isBold: true));
        return table;
    }

    private static string[] Cells(BulletinLine line, BulletinLine total) => [line.Name, $"{line.Count}", line.Of(total.Count), line.Step, line.Yearly];

    private static TableRow Row(string[] cells, bool isBold) =>
        new(cells.Select((cell, at) => new TableCell(Line(cell, "21", isBold, at == 0 ? JustificationValues.Left : JustificationValues.Right))));

    private static Paragraph Line(string text, string halfPoints, bool isBold, JustificationValues justify = JustificationValues.Left)
    {
        var look = new RunProperties(new RunFonts { Ascii = "SimSun", HighAnsi = "SimSun", EastAsia = "宋体" });
        if (isBold)
        {
            look.Append(new Bold());
        }

        look.Append(new FontSize { Val = halfPoints });
        return new Paragraph(new ParagraphProperties(new Justification { Val = justify }), new Run(look, new DocumentFormat.OpenXml.Wordprocessing.Text(text) { Space = SpaceProcessingModeValues.Preserve }));
    }
}

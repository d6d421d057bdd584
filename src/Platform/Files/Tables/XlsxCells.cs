using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using SheetText = DocumentFormat.OpenXml.Spreadsheet.Text;

namespace UnionHall.Platform.Files.Tables;

/// <summary>Turns cells into the text a person sees: shared strings looked up, dates as 2026-09-18, whole numbers without a point.</summary>
internal sealed class XlsxCells
{
    private readonly string[] shared;
    private readonly bool[] dates;
    private readonly bool from1904;

    public XlsxCells(WorkbookPart book)
    {
        shared = [.. book.SharedStringTablePart?.SharedStringTable.Elements<SharedStringItem>().Select(Plain) ?? []];
        dates = [.. DateStyles(book.WorkbookStylesPart?.Stylesheet)];
        from1904 = book.Workbook.WorkbookProperties?.Date1904?.Value ?? false;
    }

    /// <summary>B7 → 1; null when it is not written.</summary>
    public static int? Column(string? reference)
    {
        var column = 0;
        foreach (var letter in (reference ?? "").TakeWhile(char.IsAsciiLetterUpper).Take(3))
        {
            column = (column * 26) + letter - 'A' + 1;
        }

        return column == 0 ? null : column - 1;
    }

    public string Text(Cell cell)
    {
        var type = cell.DataType?.Value ?? CellValues.Number;
        if (type == CellValues.InlineString)
        {
            return cell.InlineString is { } inline ? Plain(inline) : "";
        }

        var raw = cell.CellValue?.Text ?? "";
        return type == CellValues.SharedString ? int.TryParse(raw, out var place) && place < shared.Length ? shared[place] : ""
            : type == CellValues.Boolean ? raw == "1" ? "是" : "否"
            : type == CellValues.Number && raw.Length > 0 ? Number(raw, cell.StyleIndex?.Value ?? 0)
            : raw;
    }

    private string Number(string raw, uint style)
    {
        if (!decimal.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return raw;
        }

        return style < dates.Length && dates[style] ? Date(number) : number.ToString("0.##########", CultureInfo.InvariantCulture);
    }

    /// <summary>Day 60 of the 1900 system is the 29 February 1900 that never was; earlier days are off by one.</summary>
    private string Date(decimal serial)
    {
        var days = (double)serial + (from1904 ? 1462 : 0) + (serial < 60 && !from1904 ? 1 : 0);
        if (days is < 1 or > 2_958_465)
        {
            return serial.ToString(CultureInfo.InvariantCulture);
        }

        var date = new DateTime(1899, 12, 30).AddDays(days);
        return date.ToString(date.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
    }

    private static string Plain(RstType item) =>
        string.Concat(item.Descendants<SheetText>().Where(text => text.Parent is not PhoneticRun).Select(text => text.Text));

    private static IEnumerable<bool> DateStyles(Stylesheet? styles)
    {
        var own = styles?.NumberingFormats?.Elements<NumberingFormat>()
            .ToDictionary(format => format.NumberFormatId?.Value ?? 0, format => format.FormatCode?.Value ?? "") ?? [];
        return styles?.CellFormats?.Elements<CellFormat>().Select(format => IsDate(format.NumberFormatId?.Value ?? 0, own)) ?? [];
    }

    /// <summary>ECMA-376 18.8.30: 14–22, 45–47, and in Chinese locales 27–36 and 50–58, are dates.</summary>
    private static bool IsDate(uint format, Dictionary<uint, string> own) =>
        format is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58)
        || (own.TryGetValue(format, out var code) && code.Split(';')[0].Any(letter => letter is 'y' or 'Y' or 'd' or 'D' or '年') && !code.Contains("General", StringComparison.OrdinalIgnoreCase));
}

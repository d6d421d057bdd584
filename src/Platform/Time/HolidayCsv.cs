using System.Globalization;

namespace UnionHall.Platform.Time;

internal static class HolidayCsv
{
    public static HolidayFile Read(string text)
    {
        var rows = new HolidayRows();
        var lines = text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n');
        var heading = Fields(lines[0]);
        var (date, name, off) = (At(heading, "date"), At(heading, "name"), At(heading, "is_off_day"));
        var year = At(heading, "schedule_year");
        if (date < 0 || name < 0 || off < 0)
        {
            rows.Refuse(1, "第一行要有 date、name、is_off_day 三个列名。");
            return rows.ToFile();
        }

        for (var i = 1; i < lines.Length; i++)
        {
            if (lines[i].Trim().Length > 0)
            {
                var fields = Fields(lines[i]);
                rows.Add(i + 1, Field(fields, date), Field(fields, name), OffDay(Field(fields, off)), Year(Field(fields, year)));
            }
        }

        return rows.ToFile();
    }

    /// <summary>No field of such a file holds a comma or a quotation mark; a spreadsheet may quote fields all the same.</summary>
    private static string[] Fields(string line) => [.. line.Split(',').Select(field => field.Trim().Trim('"'))];

    private static int At(string[] heading, string column) =>
        Array.FindIndex(heading, field => field.Equals(column, StringComparison.OrdinalIgnoreCase));

    private static string? Field(string[] fields, int at) => at >= 0 && at < fields.Length ? fields[at] : null;

    private static bool? OffDay(string? field) => field?.ToUpperInvariant() switch
    {
        "1" or "TRUE" => true,
        "0" or "FALSE" => false,
        _ => null,
    };

    private static int? Year(string? field) =>
        int.TryParse(field, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null;
}

namespace UnionHall.Platform.Time;

/// <summary>A row of a holiday file that cannot be used.</summary>
/// <param name="Row">Line of a CSV (the heading is 1) or place in the JSON list (from 1); 0 for the file as a whole.</param>
/// <param name="Sentence">Chinese, for whoever imports it.</param>
public sealed record HolidayFileFault(int Row, string Sentence);

/// <summary>A holiday file as read: the good days, and what is wrong row by row. Nothing should be stored while there are faults.</summary>
/// <param name="Days">The days that could be read.</param>
/// <param name="Faults">The rows that could not.</param>
public sealed record HolidayFile(IReadOnlyList<DayFact> Days, IReadOnlyList<HolidayFileFault> Faults)
{
    /// <summary>The notices shipped with the program, 2024 to 2026; see holidays.LICENSE.</summary>
    public static HolidayFile Shipped()
    {
        using var stream = typeof(HolidayFile).Assembly.GetManifestResourceStream("holidays.csv")!;
        using var reader = new StreamReader(stream);
        return ReadCsv(reader.ReadToEnd());
    }

    /// <summary>Reads either shape: what begins with a brace is JSON.</summary>
    /// <param name="text">The file, already decoded.</param>
    public static HolidayFile Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.AsSpan().TrimStart("\uFEFF \t\r\n").StartsWith("{") ? ReadJson(text) : ReadCsv(text);
    }

    /// <summary>
    /// Reads a CSV whose heading names date, name and is_off_day (1 or 0), in any order; schedule_year, the year of the notice,
    /// is the year of the date if absent; other columns are ignored.
    /// </summary>
    /// <param name="text">The file, already decoded.</param>
    public static HolidayFile ReadCsv(string text) => HolidayCsv.Read(text);

    /// <summary>Reads a year's file of NateScarlet/holiday-cn: {year, days: [{name, date, isOffDay}]}.</summary>
    /// <param name="text">The file, already decoded.</param>
    public static HolidayFile ReadJson(string text) => HolidayJson.Read(text);
}

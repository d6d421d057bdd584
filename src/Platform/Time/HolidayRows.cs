using System.Globalization;

namespace UnionHall.Platform.Time;

/// <summary>Collects the days of a holiday file and checks each; both file shapes use it.</summary>
internal sealed class HolidayRows
{
    private static readonly string[] DateShapes = ["yyyy-MM-dd", "yyyy-M-d", "yyyy/M/d"];

    private readonly List<DayFact> days = [];
    private readonly List<HolidayFileFault> faults = [];
    private readonly Dictionary<(DateOnly, int), int> rowOf = [];

    /// <param name="row">Where it stands.</param>
    /// <param name="date">As written.</param>
    /// <param name="name">As written.</param>
    /// <param name="isOffDay">Null when it could not be read.</param>
    /// <param name="documentYear">Year of the notice; null means the year of the date.</param>
    public void Add(int row, string? date, string? name, bool? isOffDay, int? documentYear)
    {
        if (!DateOnly.TryParseExact(date, DateShapes, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            Refuse(row, $"日期要像 2026-10-01，现在是“{date}”。");
        }
        else if (string.IsNullOrWhiteSpace(name))
        {
            Refuse(row, "缺少节日名称。");
        }
        else if (isOffDay is not { } off)
        {
            Refuse(row, "是否放假要写 1（放假）或 0（调休上班）。");
        }
        else
        {
            Add(row, new DayFact(day, name.Trim(), off, documentYear ?? day.Year));
        }
    }

    public void Refuse(int row, string sentence) => faults.Add(new HolidayFileFault(row, sentence));

    public HolidayFile ToFile()
    {
        if (days.Count == 0 && faults.Count == 0)
        {
            Refuse(0, "文件里没有日子，这一年的安排可能还没公布。");
        }

        return new HolidayFile(days, faults);
    }

    private void Add(int row, DayFact fact)
    {
        var key = (fact.Date, fact.DocumentYear);
        if (fact.DocumentYear - fact.Date.Year is not (0 or 1))
        {
            Refuse(row, $"{fact.Date:yyyy-MM-dd} 不会出现在 {fact.DocumentYear} 年的安排里。");
        }
        else if (rowOf.TryAdd(key, row))
        {
            days.Add(fact);
        }
        else
        {
            Refuse(row, $"{fact.Date:yyyy-MM-dd} 与第 {rowOf[key]} 行重复。");
        }
    }
}

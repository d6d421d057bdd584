using UnionHall.Platform.Data;

namespace UnionHall.Platform.Time.ImportHolidays;

/// <summary>One day that would change; null where a day has no fact.</summary>
internal sealed record HolidayChange(DateOnly Date, DayFact? Before, DayFact? After)
{
    public int Year => (After ?? Before)!.DocumentYear;

    public static string Say(DayFact? fact) => fact is null ? "照平常" : $"{fact.Name}{(fact.IsOffDay ? "放假" : "调休上班")}";
}

/// <summary>What an import would do.</summary>
/// <param name="Years">The notices in the file: each takes the place of what was known of its year.</param>
/// <param name="Days">All facts afterwards, each day once.</param>
internal sealed record HolidayPlan(IReadOnlyList<int> Years, IReadOnlyList<HolidayChange> Changes, IReadOnlyList<DayFact> Days);

/// <summary>Compares a holiday file with what is known.</summary>
internal sealed class HolidayPlanning(AppDbContext db)
{
    private const int Said = 3;

    public async Task<Result<HolidayPlan>> PlanAsync(string text, CancellationToken stop)
    {
        var file = HolidayFile.Read(text);
        if (file.Faults.Count > 0)
        {
            var first = string.Concat(file.Faults.Take(Said).Select(fault => (fault.Row > 0 ? $"第 {fault.Row} 行：" : "") + fault.Sentence));
            return new Refusal("holiday-file", $"文件有 {file.Faults.Count} 处不对，一天也没有导入。{first}", "File");
        }

        var known = await Calendars.FactsAsync(db, stop);
        var years = file.Days.Select(day => day.DocumentYear).Distinct().Order().ToList();
        var before = Once(known);
        var after = Once(known.Where(day => !years.Contains(day.DocumentYear)).Concat(file.Days));
        var changes = before.Keys.Union(after.Keys).Order()
            .Select(day => new HolidayChange(day, before.GetValueOrDefault(day), after.GetValueOrDefault(day)))
            .Where(change => change.Before != change.After).ToList();
        return changes.Count > 0
            ? new HolidayPlan(years, changes, [.. after.Values])
            : new Refusal("holidays-same", "文件和现在的日历一样，没有要改的。", "File");
    }

    /// <summary>Where two notices speak of one day, the later year's counts.</summary>
    private static Dictionary<DateOnly, DayFact> Once(IEnumerable<DayFact> days) =>
        days.OrderBy(day => day.DocumentYear).GroupBy(day => day.Date).ToDictionary(day => day.Key, day => day.Last());
}

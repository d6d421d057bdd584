using System.Globalization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Platform.Data;
using UnionHall.Platform.Security;
using UnionHall.Platform.Settings;
using UnionHall.Platform.Time.ImportHolidays;

namespace UnionHall.Platform.Time.ListCalendarYears;

[Needs(Permission.ManageSettings)]
internal sealed class ListCalendarYearsPage(AppDbContext db, SettingLog log, TimeProvider clock) : PageModel
{
    public DateTimeOffset Now => clock.GetUtcNow();

    public IReadOnlyList<CalendarYear> Years { get; private set; } = [];

    public SettingHistory History { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken stop)
    {
        var steps = await log.ListAsync(ImportHolidaysHandler.Area, key: null, stop);
        var facts = (await Calendars.FactsAsync(db, stop)).ToLookup(fact => fact.DocumentYear);
        var (first, last) = (facts.Min(year => year.Key), Math.Max(facts.Max(year => year.Key), ChinaTime.Today(clock).Year + 1));
        Years = [.. Enumerable.Range(first, last - first + 1).Reverse().Select(year => CalendarYear.Of(
            year, facts[year], steps.FirstOrDefault(step => step.Entry.Key == year.ToString(CultureInfo.InvariantCulture))))];
        History = new SettingHistory(steps, Now, Years.ToDictionary(year => $"{year.Year}", year => $"{year.Year} 年"));
    }
}

/// <summary>A year of the list.</summary>
internal sealed record CalendarYear(int Year, bool IsOfficial, int Off, int Made, SettingStep? Import)
{
    public static CalendarYear Of(int year, IEnumerable<DayFact> facts, SettingStep? import)
    {
        var days = facts.ToList();
        return new CalendarYear(year, days.Count > 0, days.Count(day => day.IsOffDay), days.Count(day => !day.IsOffDay), import);
    }

    public string Source(DateTimeOffset now) => Import is { } step ? $"{step.ActorName} {SpokenTime.Moment(step.At, now)}导入，依据 {step.Entry.Basis}"
        : IsOfficial ? "随软件带来的"
        : "通知一般在前一年 11 月前后公布，公布后请导入。";
}

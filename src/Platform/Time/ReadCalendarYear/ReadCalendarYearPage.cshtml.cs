using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Platform.Data;
using UnionHall.Platform.Security;
using UnionHall.Platform.Settings;
using UnionHall.Platform.Time.ImportHolidays;

namespace UnionHall.Platform.Time.ReadCalendarYear;

[Needs(Permission.ManageSettings)]
internal sealed class ReadCalendarYearPage(AppDbContext db, SettingLog log, TimeProvider clock) : PageModel
{
    public static readonly IReadOnlyList<string> WeekDays = ["一", "二", "三", "四", "五", "六", "日"];

    [FromRoute]
    public int Year { get; set; }

    public bool IsOfficial { get; private set; }

    public IReadOnlyList<CalendarMonth> Months { get; private set; } = [];

    /// <summary>Each holiday with its days in words.</summary>
    public IReadOnlyList<(string Name, string Days)> Holidays { get; private set; } = [];

    public SettingHistory History { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (Year is < 2000 or > 2100)
        {
            return NotFound();
        }

        var facts = await Calendars.FactsAsync(db, stop);
        var ofYear = facts.Where(fact => fact.DocumentYear == Year).ToList();
        var byDay = facts.ToLookup(fact => fact.Date);
        IsOfficial = ofYear.Count > 0;
        Months = [.. Enumerable.Range(1, 12).Select(month => CalendarMonth.Of(Year, month, day => byDay[day].LastOrDefault()))];
        Holidays = [.. ofYear.GroupBy(fact => fact.Name).Select(holiday => (holiday.Key, Say(holiday)))];
        History = new SettingHistory(await log.ListAsync(ImportHolidaysHandler.Area, Year.ToString(CultureInfo.InvariantCulture), stop), clock.GetUtcNow());
        return Page();
    }

    private static string Say(IEnumerable<DayFact> days)
    {
        var byKind = days.OrderBy(day => day.Date).ToLookup(day => day.IsOffDay, day => $"{day.Date:M月d日}");
        return string.Join("；", new[] { (Off: true, Says: "放假"), (Off: false, Says: "上班") }.Where(kind => byKind[kind.Off].Any())
            .Select(kind => $"{string.Join('、', byKind[kind.Off])}{kind.Says}"));
    }
}

/// <summary>A month as seven columns, Monday first; null where the week belongs to another month.</summary>
internal sealed record CalendarMonth(int Number, IReadOnlyList<CalendarCell?[]> Weeks)
{
    public static CalendarMonth Of(int year, int month, Func<DateOnly, DayFact?> factOf)
    {
        var first = new DateOnly(year, month, 1);
        var blank = ((int)first.DayOfWeek + 6) % 7;
        var cells = Enumerable.Repeat((CalendarCell?)null, blank)
            .Concat(Enumerable.Range(0, DateTime.DaysInMonth(year, month)).Select(first.AddDays).Select(day => (CalendarCell?)new CalendarCell(day, factOf(day))));
        return new CalendarMonth(month, [.. cells.Chunk(7)]);
    }
}

internal sealed record CalendarCell(DateOnly Date, DayFact? Fact)
{
    public string? Mark => Fact is { } fact ? (fact.IsOffDay ? "is-off" : "is-made") : Date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? "is-weekend" : null;
}

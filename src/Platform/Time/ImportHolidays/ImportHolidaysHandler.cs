using System.Globalization;
using Microsoft.EntityFrameworkCore;
using UnionHall.Platform.Data;
using UnionHall.Platform.Security;
using UnionHall.Platform.Settings;

namespace UnionHall.Platform.Time.ImportHolidays;

/// <summary>Puts holiday notices into force; the page and the command line call it.</summary>
internal sealed class ImportHolidaysHandler(AppDbContext db, HolidayPlanning planning, SettingLog log, Calendars calendars)
{
    /// <summary>The area of the log.</summary>
    public const string Area = "calendar";

    public async Task<Result<HolidayPlan>> HandleAsync(Actor actor, string text, string? basis, CancellationToken stop)
    {
        var read = Basis.Read(basis);
        if (read.Refusal is { } without)
        {
            return without;
        }

        var planned = await planning.PlanAsync(text, stop);
        if (planned.Value is not { } plan)
        {
            return planned;
        }

        await StoreAsync(plan.Days, stop);
        foreach (var year in plan.Years)
        {
            log.Add(actor, new SettingEntry(Area, year.ToString(CultureInfo.InvariantCulture), "导入安排", null, read.Value!, [.. plan.Changes.Where(change => change.Year == year).Select(Line)]));
        }

        db.Happened(new HolidaysImported(plan.Years, plan.Changes.Count));
        await db.SaveAsync(actor, stop);
        calendars.Forget();
        return plan;
    }

    private async Task StoreAsync(IReadOnlyList<DayFact> days, CancellationToken stop)
    {
        var rows = await db.Set<CalendarDay>().ToDictionaryAsync(row => row.Date, stop);
        foreach (var fact in days)
        {
            if (rows.Remove(fact.Date, out var row))
            {
                row.Become(fact);
            }
            else
            {
                db.Add(CalendarDay.Of(fact));
            }
        }

        db.RemoveRange(rows.Values);
    }

    private static SettingLine Line(HolidayChange change) => new(
        $"{change.Date:yyyy-MM-dd} {SpokenTime.Weekday(change.Date)}", HolidayChange.Say(change.Before), HolidayChange.Say(change.After));
}

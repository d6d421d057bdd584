using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UnionHall.Platform.Data;

namespace UnionHall.Platform.Time;

/// <summary>The working calendar in force: the imported days, or the shipped ones where none were imported. Read again every minute and after an import here.</summary>
public sealed class Calendars(IServiceScopeFactory scopes, TimeProvider clock)
{
    private static readonly TimeSpan Keep = TimeSpan.FromMinutes(1);
    private volatile Loaded? loaded;

    /// <summary>The calendar now.</summary>
    public async ValueTask<WorkingCalendar> CurrentAsync(CancellationToken stop)
    {
        var now = clock.GetTimestamp();
        if (loaded is not { } current || clock.GetElapsedTime(current.At, now) > Keep)
        {
            loaded = current = new Loaded(await ReadAsync(stop), now);
        }

        return current.Calendar;
    }

    /// <summary>Due times by the calendar now.</summary>
    public async ValueTask<Deadline> DeadlineAsync(CancellationToken stop) => new(await CurrentAsync(stop));

    /// <summary>The facts now, each day once.</summary>
    internal static async Task<IReadOnlyList<DayFact>> FactsAsync(AppDbContext db, CancellationToken stop)
    {
        var days = await db.Set<CalendarDay>().AsNoTracking().OrderBy(day => day.Date).ToListAsync(stop);
        return days.Count == 0 ? HolidayFile.Shipped().Days : days.ConvertAll(day => day.Fact);
    }

    /// <summary>Forgets what was read, after an import.</summary>
    public void Forget() => loaded = null;

    private async Task<WorkingCalendar> ReadAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        return new WorkingCalendar(await FactsAsync(scope.ServiceProvider.GetRequiredService<AppDbContext>(), stop));
    }

    private sealed record Loaded(WorkingCalendar Calendar, long At);
}

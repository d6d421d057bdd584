using Microsoft.EntityFrameworkCore;
using UnionHall.Platform.Jobs;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;
using UnionHall.Requests.Data;

namespace UnionHall.Requests.Jobs;

/// <summary>
/// Every minute: ends pauses at their date, warns at four fifths of a limit, writes what was missed, takes up what is late too long. One request per transaction,
/// guarded by its row version, so that a second node or a killed one neither loses nor doubles anything.
/// </summary>
internal sealed class SweepClocks(RequestsDb db, Calendars calendars, LateHops late, TimeProvider clock) : IRecurringJob
{
    private const int AtOnce = 200;
    private static readonly Actor Platform = Actor.Platform("时限");

    public string Name => "sweep-clocks";

    public TimeSpan Every => TimeSpan.FromMinutes(1);

    public async Task RunAsync(CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var calendar = await calendars.CurrentAsync(stop);
        await RequestsAsync(calendar, now, stop);
        await DutiesAsync(now, stop);
        await SupervisionsAsync(now, stop);
    }

    /// <summary>By key, so that one that cannot be saved now is left for the next minute and not tried forever.</summary>
    private async Task RequestsAsync(WorkingCalendar calendar, DateTimeOffset now, CancellationToken stop)
    {
        var (after, last) = (DateTimeOffset.MinValue, Guid.Empty);
        while (true)
        {
            var due = await db.Context.Database.SqlQuery<DueRow>(
                $"""select id as "Id", reference as "Reference", sweep_at as "SweepAt" from request where sweep_at < {now} and (sweep_at, id) > ({after}, {last}) order by sweep_at, id limit {AtOnce}""").ToListAsync(stop);
            foreach (var row in due)
            {
                await SweepAsync(row.Reference, calendar, now, stop);
            }

            if (due.Count < AtOnce)
            {
                return;
            }

            (after, last) = (due[^1].SweepAt, due[^1].Id);
        }
    }

    private async Task SweepAsync(string reference, WorkingCalendar calendar, DateTimeOffset now, CancellationToken stop)
    {
        db.Context.ChangeTracker.Clear();
        if (await db.FindAsync(reference, stop) is not { } request || !(request.SweepAt < now))
        {
            return;
        }

        var turned = request.Sweep(calendar, Platform, now);
        if (await late.TakeUpAsync(request, calendar, Platform, stop) || turned)
        {
            await SaveAsync(stop);
            return;
        }

        // Only the plan was stale: nothing to tell of.
        await db.Requests.Where(row => row.Id == request.Id && row.Version == request.Version).ExecuteUpdateAsync(row => row.SetProperty(one => one.SweepAt, request.SweepAt), stop);
    }

    private async Task DutiesAsync(DateTimeOffset now, CancellationToken stop)
    {
        db.Context.ChangeTracker.Clear();
        foreach (var key in await db.Duties.AsNoTracking().Where(duty => duty.SweepAt < now).OrderBy(duty => duty.SweepAt).Select(duty => duty.Id).ToListAsync(stop))
        {
            db.Context.ChangeTracker.Clear();
            var duty = await db.Duties.SingleAsync(row => row.Id == key, stop);
            if (!(duty.SweepAt < now))
            {
                continue;
            }

            var request = await db.Requests.AsNoTracking().Include(row => row.Orders).SingleAsync(row => row.Id == duty.RequestId, stop);
            if (request.State == RequestState.Withdrawn)
            {
                // Taken back by the worker: nothing is owed any more, and nothing is to be told.
                await db.Duties.Where(row => row.Id == key).ExecuteUpdateAsync(row => row.SetProperty(one => one.SweepAt, (DateTimeOffset?)null), stop);
                continue;
            }

            if (duty.Sweep(request, now) is { } breach)
            {
                db.Breaches.Add(breach);
            }

            await SaveAsync(stop);
        }
    }

    private async Task SupervisionsAsync(DateTimeOffset now, CancellationToken stop)
    {
        db.Context.ChangeTracker.Clear();
        var due = await db.Supervisions.Where(row => row.EndedAt == null && row.ReportedAt == null && row.OverdueAt == null && row.DueAt < now && db.Requests.Any(request => request.Id == row.RequestId && request.IsOpen)).OrderBy(row => row.DueAt).Take(AtOnce).ToListAsync(stop);
        foreach (var supervision in due.Where(row => row.MarkOverdue(now)))
        {
            var request = await db.Requests.AsNoTracking().SingleAsync(row => row.Id == supervision.RequestId, stop);
            db.Context.Happened(new SupervisionMissed(request.Id, request.Reference, supervision.Id, supervision.UnitId, request.CurrentUnit, request.Assignee));
        }

        if (due.Count > 0)
        {
            await SaveAsync(stop);
        }
    }

    private async Task SaveAsync(CancellationToken stop)
    {
        try
        {
            await db.SaveAsync(Platform, stop);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody acted on it at this very moment: it is looked at again in a minute.
        }
    }

    private sealed record DueRow(Guid Id, string Reference, DateTimeOffset SweepAt);
}

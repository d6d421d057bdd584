using Microsoft.EntityFrameworkCore;
using UnionHall.Organisation;
using UnionHall.Platform.Jobs;
using UnionHall.Platform.Notices;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.Jobs;

/// <summary>
/// Works open deadlines out again when holiday notices were loaded, one request per transaction, and tells each owner once. Run
/// twice, it finds nothing more to change; a crash before the end may tell twice.
/// </summary>
internal sealed class RecomputeClocks(RequestsDb db, Calendars calendars, StaffDirectory staff, NoticeBoard board, TimeProvider clock) : IEventHandler<HolidaysImported>
{
    private const int AtOnce = 200;
    private static readonly Actor Platform = Actor.Platform("放假安排");

    public async Task HandleAsync(HolidaysImported happened, CancellationToken stop)
    {
        // Another node may have imported: what this one keeps may be a minute old.
        calendars.Forget();
        var reason = $"国务院公布了 {string.Join('、', happened.Years)} 年的放假安排，期限重新算过。";
        var calendar = await calendars.CurrentAsync(stop);
        await RequestsAsync(reason, calendar, stop);
        await DutiesAsync(reason, calendar, stop);
        await TellOwnersAsync(stop);
    }

    private async Task RequestsAsync(string reason, WorkingCalendar calendar, CancellationToken stop)
    {
        var after = Guid.Empty;
        while (true)
        {
            var rows = await db.Context.Database.SqlQuery<OpenRow>($"select id, reference from request where is_open and id > {after} order by id limit {AtOnce}").ToListAsync(stop);
            foreach (var row in rows)
            {
                await OneAsync(row.Reference, reason, calendar, stop);
            }

            if (rows.Count < AtOnce)
            {
                return;
            }

            after = rows[^1].Id;
        }
    }

    /// <summary>Somebody may act on it at this very moment: then it is read again.</summary>
    private async Task OneAsync(string reference, string reason, WorkingCalendar calendar, CancellationToken stop)
    {
        for (var tries = 0; tries < 3; tries++)
        {
            db.Context.ChangeTracker.Clear();
            try
            {
                if (await db.FindAsync(reference, stop) is { } request && request.Recompute(reason, calendar, Platform, clock.GetUtcNow()))
                {
                    await db.SaveAsync(Platform, stop);
                }

                return;
            }
            catch (DbUpdateConcurrencyException) when (tries < 2)
            {
            }
        }
    }

    private async Task DutiesAsync(string reason, WorkingCalendar calendar, CancellationToken stop)
    {
        db.Context.ChangeTracker.Clear();
        foreach (var duty in await db.Duties.Where(duty => duty.DoneAt == null).ToListAsync(stop))
        {
            if (duty.Recompute(calendar, clock.GetUtcNow()) is { } move)
            {
                db.Ledger.Add(ClockEntry.Of(move, new ClockCause(ClockChange.Recomputed, reason, Platform), clock.GetUtcNow()));
                db.Context.Happened(new ClockRecomputed(duty.RequestId, "", move.Before, move.After));
            }
        }

        if (db.Context.ChangeTracker.HasChanges())
        {
            await db.SaveAsync(Platform, stop);
        }
    }

    private async Task TellOwnersAsync(CancellationToken stop)
    {
        db.Context.ChangeTracker.Clear();
        var since = clock.GetUtcNow().AddDays(-1);
        var moved = await db.Requests.AsNoTracking()
            .Where(request => db.Ledger.Any(entry => entry.RequestId == request.Id && entry.Kind == ClockChange.Recomputed && entry.At > since)
                && (request.MailBoxId == null || request.Assignee != null || db.Reach.Any(row => row.RequestId == request.Id && row.UnitId == request.CurrentUnit)))
            .GroupBy(request => new { request.Assignee, request.CurrentUnit }).Select(owner => new { owner.Key, Count = owner.Count() }).ToListAsync(stop);
        var counts = new Dictionary<AccountId, int>();
        foreach (var owner in moved)
        {
            IEnumerable<AccountId> people = owner.Key.Assignee is { } one ? [one] : (await staff.WithAsync(Permission.HandleRequests, owner.Key.CurrentUnit, stop)).Select(person => person.AccountId).Distinct();
            foreach (var person in people)
            {
                counts[person] = counts.GetValueOrDefault(person) + owner.Count;
            }
        }

        var told = 0;
        foreach (var (person, count) in counts)
        {
            told += await board.SendAsync(db.Context, [person], $"放假安排有变化，您手上有 {count} 件的期限重新算过", "/desk/requests", "clock-recomputed", stop);
        }

        if (told > 0)
        {
            db.Context.Happened(new OwnersTold(told));
            await db.SaveAsync(Platform, stop);
        }
    }

    private sealed record OpenRow(Guid Id, string Reference);
}

using Microsoft.EntityFrameworkCore;
using UnionHall.Organisation;
using UnionHall.Platform.Security;
using UnionHall.Platform.Ui;
using UnionHall.Requests.Clocks;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;
using UnionHall.Requests.OpenRequest;

namespace UnionHall.Requests.ReadClock;

/// <summary>Reads the clocks of one case for one reader.</summary>
internal sealed class ClockQuery(CaseQuery cases, RequestsDb db, ClockDesk clocks, UnitDirectory units)
{
    public async Task<ClockView?> FindAsync(Actor actor, string reference, CancellationToken stop)
    {
        if (await cases.FindAsync(actor, reference, stop) is not { } seen)
        {
            return null;
        }

        var id = seen.Row.Id;
        var request = await db.Requests.AsNoTracking().Include(row => row.Orders).SingleAsync(row => row.Id == id, stop);
        var (calendar, book) = (await clocks.CalendarAsync(stop), await clocks.RulesAsync(stop));
        var ledger = await db.Ledger.AsNoTracking().Where(entry => entry.RequestId == id).OrderByDescending(entry => entry.Id).ToListAsync(stop);
        var asks = await db.ClockAsks.AsNoTracking().Where(ask => ask.RequestId == id).OrderByDescending(ask => ask.Id).ToListAsync(stop);
        var duties = await db.Duties.AsNoTracking().Where(duty => duty.RequestId == id).OrderBy(duty => duty.Id).ToListAsync(stop);
        var breaches = await db.Breaches.AsNoTracking().Where(breach => breach.RequestId == id).OrderBy(breach => breach.Id).ToListAsync(stop);
        var service = await db.Services.AsNoTracking().SingleAsync(row => row.Id == request.ServiceId, stop);
        return new ClockView(request, book, calendar)
        {
            Case = seen,
            Lines = ClockLine.Of(seen, request, book.Handling(request.MatterType, request.Urgency), book.Find(ClockDuty.Contact, request.MatterType, request.Urgency), service, calendar),
            Ledger = ledger,
            Asks = asks,
            Duties = [.. duties.Select(duty => (duty, DueView.Of(duty.StartedAt, duty.DueAt, duty.LimitUnit, seen.Now, calendar)))],
            Breaches = breaches,
            Startable = StartableOf(book, request.MatterType),
            UnitNames = await units.NamesAsync([.. breaches.Select(breach => breach.UnitId), .. asks.Select(ask => ask.UnitId), .. request.Orders.Select(order => order.UnitId)], stop),
        };
    }

    /// <summary>The duties beside the handling that fit the matter.</summary>
    public static IReadOnlyList<ClockRule> StartableOf(RuleBook book, MatterType matter) =>
    [
        .. book.Rules.Where(rule => rule.Duty is not (ClockDuty.Handle or ClockDuty.Contact) && (rule.MatterType ?? matter) == matter)
            .OrderBy(rule => rule.Code.Length).ThenBy(rule => rule.Code, StringComparer.Ordinal).ThenBy(rule => rule.Duty),
    ];
}

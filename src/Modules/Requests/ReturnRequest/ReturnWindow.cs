using UnionHall.Platform.Time;
using UnionHall.Requests.Clocks;
using UnionHall.Requests.Domain;
using UnionHall.Requests.Settings;

namespace UnionHall.Requests.ReturnRequest;

/// <summary>Until when a unit may object: petitions by the clock rules (信访 Art 23), all else by a number.</summary>
internal sealed class ReturnWindow(ClockDesk clocks, RequestSettings settings)
{
    public async Task<DateTimeOffset> EndAsync(MatterType matter, Urgency urgency, DateTimeOffset dispatched, CancellationToken stop)
    {
        var rule = matter == MatterType.Petition ? (await clocks.RulesAsync(stop)).Find(ClockDuty.Objection, matter, urgency) : null;
        var limit = rule?.Limit ?? new Limit((await settings.InForceAsync(stop)).Hops.ReturnWorkingDays, LimitUnit.WorkingDays);
        return new Deadline(await clocks.CalendarAsync(stop)).After(dispatched, limit).At;
    }
}

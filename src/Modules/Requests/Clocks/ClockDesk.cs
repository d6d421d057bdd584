using UnionHall.Platform.Time;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.Clocks;

/// <summary>What a verb on a clock needs besides the request: the rules in force, the calendar, the instant.</summary>
internal sealed class ClockDesk(ClockRules rules, Calendars calendars, TimeProvider clock)
{
    public DateTimeOffset Now => clock.GetUtcNow();

    public async ValueTask<WorkingCalendar> CalendarAsync(CancellationToken stop) => await calendars.CurrentAsync(stop);

    public async ValueTask<RuleBook> RulesAsync(CancellationToken stop) => await rules.InForceAsync(stop);

    public async ValueTask<ClockRule?> HandlingAsync(Request request, CancellationToken stop) =>
        (await rules.InForceAsync(stop)).Handling(request.MatterType, request.Urgency);

    /// <summary>A hop that went up: a few working days, no later than the promise while that can still be kept.</summary>
    public async Task<HopTerm> UpperAsync(Request request, int workingDays, CancellationToken stop)
    {
        var term = await HopAsync(request, new Limit(workingDays, LimitUnit.WorkingDays), stop);
        return request.PromiseRuns && request.DueAt > Now && term.DueAt > request.DueAt ? await HopAsync(request, null, stop) : term;
    }

    /// <summary>A hop that starts now with a limit of its own; without one it follows the promise.</summary>
    public async Task<HopTerm> HopAsync(Request request, Limit? limit, CancellationToken stop)
    {
        var calendar = await calendars.CurrentAsync(stop);
        var contact = (await rules.InForceAsync(stop)).Contact(request.MatterType, request.Urgency, Now, calendar);
        return limit is null
            ? new HopTerm(request.DueAt, request.IsProvisional, null, contact)
            : HopTerm.Of(new Deadline(calendar).After(Now, limit), limit, contact);
    }
}

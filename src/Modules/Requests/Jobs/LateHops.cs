using UnionHall.Platform.Security;
using UnionHall.Platform.Time;
using UnionHall.Requests.Acting;
using UnionHall.Requests.Clocks;
using UnionHall.Requests.Domain;
using UnionHall.Requests.Settings;

namespace UnionHall.Requests.Jobs;

/// <summary>Takes a hop up to the next unit when it is late for so many working days. The caller saves.</summary>
internal sealed class LateHops(UpperUnit upper, ClockDesk clocks, RequestSettings settings)
{
    private static readonly Actor Problems = Actor.Platform("问题工单");

    /// <summary>True when it went up.</summary>
    public async Task<bool> TakeUpAsync(Request request, WorkingCalendar calendar, Actor platform, CancellationToken stop)
    {
        var numbers = (await settings.InForceAsync(stop)).Hops;
        if (!request.IsToEscalate(numbers.LateDays, calendar, clocks.Now))
        {
            return false;
        }

        // A letter in its box goes no higher than the chair to whom it was written.
        if (request.IsInBox || await upper.OfAsync(request, stop) is not { } above)
        {
            request.StaysHere(clocks.Now);
            return false;
        }

        var term = await clocks.UpperAsync(request, numbers.UpperDays, stop);
        request.Escalate(above.UnitId, term, $"超期 {numbers.LateDays} 个工作日还没办完，自动提级。", platform, clocks.Now);
        request.MarkProblem(numbers.Problem, Problems, clocks.Now);
        return true;
    }
}

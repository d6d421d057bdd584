using UnionHall.Platform.Security;
using UnionHall.Platform.Time;

namespace UnionHall.Requests.Domain;

/// <summary>What the clocks do by themselves: a pause ends, a light turns yellow once, a deadline missed is written down once.</summary>
internal sealed partial class Request
{
    /// <summary>True when something happened; false when only the plan was looked at.</summary>
    public bool Sweep(WorkingCalendar calendar, Actor platform, DateTimeOffset now)
    {
        var resumes = PausedUntil < now;
        var turned = 0;
        if (resumes)
        {
            Resume(null, calendar, platform, now);
        }

        if (IsOpen && PausedAt is null)
        {
            var late = TakeBreaches(platform, now);
            turned = late.Count + Warn(late, now);
        }

        PlanSweep();
        return resumes || turned > 0;
    }

    private List<Breach> TakeBreaches(Actor platform, DateTimeOffset now)
    {
        var found = new List<Breach>();
        if (PromiseRuns && BreachedAt is null && DueAt < now)
        {
            BreachedAt = DueAt;
            found.Add(Breach.Of(Charged(DueAt), ClockName.Promise, DueAt, now));
        }

        found.AddRange(orders.Where(order => order is { IsOpen: true, FollowsPromise: false } && order.Breach(now)).Select(order => Breach.Of(SpentBy(order), ClockName.Hop, order.DueAt, now)));
        if (CurrentOrder is { } current && current.MissContact(now))
        {
            found.Add(Breach.Of(current, ClockName.Contact, current.ContactDueAt!.Value, now));
        }

        foreach (var breach in found)
        {
            breaches.Add(breach);
            Tell(TimelineKind.Breached, platform, now, breach.UnitId, breach.Clock.Chinese(), isPublic: false);
            Events.Add(new ClockBreached(Id, Reference, breach.Clock, breach.UnitId, breach.UnitId == CurrentUnit ? Assignee : null, breach.DueAt));
        }

        return found;
    }

    /// <summary>One notice per unit, for the nearest of its clocks that turned yellow; none where one is red already. How many notices.</summary>
    private int Warn(List<Breach> late, DateTimeOffset now)
    {
        var yellow = new List<(ClockName Clock, UnitId Unit, DateTimeOffset DueAt)>();
        if (PromiseRuns && WarnedAt is null && Lights.WarnAt(SubmittedAt, DueAt) < now)
        {
            WarnedAt = now;
            yellow.Add((ClockName.Promise, CurrentUnit, DueAt));
        }

        yellow.AddRange(orders.Where(order => order is { IsOpen: true, FollowsPromise: false } && order.Warn(now)).Select(order => (ClockName.Hop, order.UnitId, order.DueAt)));
        var told = yellow.Where(light => light.DueAt >= now && !late.Exists(breach => breach.UnitId == light.Unit)).GroupBy(light => light.Unit).ToList();
        foreach (var unit in told)
        {
            var next = unit.MinBy(light => light.DueAt);
            Events.Add(new ClockWarned(Id, Reference, next.Clock, next.Unit, next.Unit == CurrentUnit ? Assignee : null, next.DueAt));
        }

        return told.Count;
    }

    /// <summary>Also counts, so that two acts at one moment collide even where each changes only an order.</summary>
    private void PlanSweep() => (SweepAt, Steps) = (IsOpen ? PausedUntil ?? Looks().Min() : null, Steps + 1);

    private IEnumerable<DateTimeOffset?> Looks()
    {
        if (PromiseRuns)
        {
            yield return Lights.NextLook(SubmittedAt, DueAt, WarnedAt, BreachedAt);
        }

        foreach (var order in orders.Where(order => order is { IsOpen: true, FollowsPromise: false }))
        {
            yield return Lights.NextLook(order.DispatchedAt, order.DueAt, order.WarnedAt, order.BreachedAt);
        }

        if (CurrentOrder is { WaitsForContact: true } current)
        {
            yield return current.ContactDueAt;
        }

        if (CurrentOrder is { EscalatedAt: null, EscalateAt: { } look })
        {
            yield return look;
        }
    }
}

using UnionHall.Platform.Security;
using UnionHall.Platform.Time;

namespace UnionHall.Requests.Domain;

/// <summary>How deadlines come from limits: the one place that works them out.</summary>
internal sealed partial class Request
{
    private void TakeLimit(Limit limit, WorkingCalendar calendar, DateTimeOffset at)
    {
        var (old, loose) = (DueAt, new Term(limit.Amount, limit.Unit, 0));
        var tight = loose.Plus(loose.Stood(SubmittedAt, SubmittedAt, at, calendar));
        var taken = loose.After(SubmittedAt, calendar).At >= old ? loose : tight;
        if (taken == loose || tight.After(SubmittedAt, calendar).At < old)
        {
            (LimitAmount, LimitUnit, Added) = (taken.Amount, taken.Unit, taken.Added);
        }
    }

    /// <summary>Adds to the promise while it runs, and to every open hop with a limit of its own. How much to which, by key.</summary>
    private Dictionary<Guid, int> Add(Func<Term, int> toPromise, Func<WorkOrder, int> toOrder)
    {
        var added = new Dictionary<Guid, int>();
        if (PromiseRuns)
        {
            var term = Term;
            added[Id.Value] = toPromise(term);
            (LimitAmount, LimitUnit, Added) = (term.Amount, term.Unit, term.Added + added[Id.Value]);
        }

        foreach (var order in orders.Where(order => order is { IsOpen: true, FollowsPromise: false }))
        {
            added[order.Id.Value] = toOrder(order);
            order.Add(added[order.Id.Value]);
        }

        return added;
    }

    /// <summary>Works every open deadline out again and writes the ledger. True when one moved.</summary>
    /// <param name="always">The promise, or the hop where it has been answered, is written down even when it stays.</param>
    private bool Rework(ClockCause cause, WorkingCalendar calendar, DateTimeOffset at, bool always, Dictionary<Guid, int>? added = null)
    {
        var before = DueAt;
        var moves = new List<ClockMove>();
        if (PromiseRuns && LimitAmount > 0)
        {
            var due = Term.After(SubmittedAt, calendar);
            (DueAt, IsProvisional) = (due.At, due.Provisional);
            (WarnedAt, BreachedAt) = Lights.Kept(SubmittedAt, DueAt, WarnedAt, BreachedAt, at);
        }

        if (before != DueAt || (always && PromiseRuns))
        {
            moves.Add(new ClockMove(Id, null, null, before, DueAt, added?.GetValueOrDefault(Id.Value) ?? 0, LimitUnit));
        }

        foreach (var order in orders.Where(order => order.IsOpen).OrderBy(order => !order.IsLead))
        {
            if (order.Recompute(NoLaterThan(order), added?.GetValueOrDefault(order.Id.Value) ?? 0, calendar, at) is { } move)
            {
                moves.Add(move);
            }
        }

        var contacts = orders.Where(order => order.IsOpenLead).Select(order => order.RecomputeContact(calendar, at)).OfType<ClockMove>().ToList();
        if (always && moves.Count == 0 && CurrentOrder is { } current)
        {
            moves.Add(new ClockMove(Id, current.Id, null, current.DueAt, current.DueAt, 0, current.LimitUnit));
        }

        ledger.AddRange(moves.Select(move => ClockEntry.Of(move, cause, at)));
        ledger.AddRange(contacts.Select(move => ClockEntry.Of(move, cause with { Reason = Sentences(cause.Reason, "联系职工的时限。") }, at)));
        NextDueAt = !IsOpen ? NextDueAt : PausedUntil ?? CurrentOrder?.DueAt ?? DueAt;
        PlanSweep();
        return moves.Count + contacts.Count > 0;
    }

    /// <summary>A lead ends with the promise while that runs, all others with the lead that called them.</summary>
    private DueTime? NoLaterThan(WorkOrder order)
    {
        if (!order.IsLead)
        {
            return orders.Find(one => one.Id == order.ParentId) is { } lead && lead.DueAt > order.DispatchedAt ? new DueTime(lead.DueAt, lead.IsProvisional, null) : null;
        }

        return PromiseRuns && (order.FollowsPromise || DueAt > order.DispatchedAt) ? new DueTime(DueAt, IsProvisional, null) : null;
    }

    private void TellMoved(DateTimeOffset before, string? reason, Actor actor, DateTimeOffset at)
    {
        if (PromiseRuns && ChinaTime.DateOf(before) != ChinaTime.DateOf(DueAt))
        {
            Tell(TimelineKind.Recomputed, actor, at, CurrentUnit, Sentences(reason, $"答复时间从 {ClockText.Day(before, at)} 改到 {ClockText.Day(DueAt, at)}。"));
        }
    }

    private static string Sentences(string? first, string second) => first is null ? second : $"{first}\n{second}";
}

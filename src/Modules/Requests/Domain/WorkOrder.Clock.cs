using UnionHall.Platform.Time;

namespace UnionHall.Requests.Domain;

/// <summary>The clock of a hop: it runs from the dispatch, never from the acknowledgement.</summary>
internal sealed partial class WorkOrder
{
    /// <summary>0: no limit of its own, it follows the promise to the worker.</summary>
    public int LimitAmount { get; private set; }

    public LimitUnit LimitUnit { get; private set; }

    public int Added { get; private set; }

    /// <summary>Until when the worker is to be contacted; null where no rule asks for it.</summary>
    public DateTimeOffset? ContactDueAt { get; private set; }

    /// <summary>0: set before limits of contact were kept; it only moves with pauses.</summary>
    public int ContactAmount { get; private set; }

    public LimitUnit ContactUnit { get; private set; }

    public int ContactAdded { get; private set; }

    public DateTimeOffset? ContactedAt { get; private set; }

    public DateTimeOffset? ContactMissedAt { get; private set; }

    public DateTimeOffset? WarnedAt { get; private set; }

    public DateTimeOffset? BreachedAt { get; private set; }

    public bool FollowsPromise => LimitAmount == 0;

    public Term Term => new(LimitAmount, LimitUnit, Added);

    private Term Contact => new(ContactAmount, ContactUnit, ContactAdded);

    public void Reached(DateTimeOffset at) => ContactedAt ??= at;

    /// <summary>Sent on in time, the duty to contact goes along: the next hop has its own.</summary>
    public void PassContactOn(DateTimeOffset at) => ContactDueAt = WaitsForContact && ContactDueAt >= at ? null : ContactDueAt;

    /// <summary>The clock stood; a limit that ran out before it stood does not come back.</summary>
    public void StandContact(DateTimeOffset from, DateTimeOffset to, WorkingCalendar calendar)
    {
        if (!WaitsForContact || ContactDueAt < from)
        {
            return;
        }

        ContactAdded += ContactAmount == 0 ? 0 : Contact.Stood(DispatchedAt, from, to, calendar);
        ContactDueAt = ContactAmount == 0 ? ContactDueAt + (to - from) : ContactDueAt;
    }

    /// <summary>Works out again until when the worker is to be contacted; null when it stays. A miss that is none any more is taken back.</summary>
    public ClockMove? RecomputeContact(WorkingCalendar calendar, DateTimeOffset now)
    {
        if (ContactAmount == 0 || ContactDueAt is not { } before || ContactedAt is not null)
        {
            return null;
        }

        var due = Contact.After(DispatchedAt, calendar).At;
        (ContactDueAt, ContactMissedAt) = (due, due < now ? ContactMissedAt : null);
        return before == due ? null : new ClockMove(RequestId, Id, null, before, due, 0, ContactUnit);
    }

    public void Add(int more) => Added += FollowsPromise ? 0 : more;

    public void Follow() => (LimitAmount, Added) = (0, 0);

    /// <summary>Works the deadline out again; null when it stays.</summary>
    /// <param name="promise">The promise while it counts for this hop: its own deadline is never later.</param>
    public ClockMove? Recompute(DueTime? promise, int added, WorkingCalendar calendar, DateTimeOffset now)
    {
        var before = DueAt;
        var own = FollowsPromise ? promise : Term.After(DispatchedAt, calendar);
        var due = promise is not null && own is not null && own.At > promise.At ? promise : own;
        if (due is null)
        {
            return null;
        }

        (DueAt, IsProvisional) = (due.At, due.Provisional);
        (WarnedAt, BreachedAt) = Lights.Kept(DispatchedAt, DueAt, WarnedAt, BreachedAt, now);
        (EscalateAt, EscalatedAt) = DueAt < now ? (EscalateAt, EscalatedAt) : (null, null);
        return before == DueAt || FollowsPromise ? null : new ClockMove(RequestId, Id, null, before, DueAt, added, LimitUnit);
    }

    public bool Warn(DateTimeOffset now)
    {
        var due = WarnedAt is null && Lights.WarnAt(DispatchedAt, DueAt) < now;
        WarnedAt = due ? now : WarnedAt;
        return due;
    }

    public bool Breach(DateTimeOffset now)
    {
        var late = BreachedAt is null && DueAt < now;
        BreachedAt = late ? DueAt : BreachedAt;
        return late;
    }

    public bool MissContact(DateTimeOffset now)
    {
        var missed = WaitsForContact && ContactDueAt < now;
        ContactMissedAt = missed ? ContactDueAt : ContactMissedAt;
        return missed;
    }

    public bool WaitsForContact => ContactDueAt is not null && ContactedAt is null && ContactMissedAt is null;
}

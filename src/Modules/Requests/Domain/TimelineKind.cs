namespace UnionHall.Requests.Domain;

/// <summary>What a line of the timeline tells.</summary>
internal enum TimelineKind
{
    Submitted = 1,
    Dispatched,
    Acknowledged,
    Assigned,
    Asked,
    Answered,
    Supplemented,
    Note,
    Replied,
    Disputed,
    Confirmed,
    Closed,
    Declined,
    Withdrawn,
    IdentityOpened,
    HandedOn,
    ClockAsked,
    ClockRefused,
    Paused,
    Deferred,
    Resumed,
    Extended,
    UrgencySet,
    Recomputed,
    Contacted,
    Breached,
    DutyStarted,
    DutyDone,
}

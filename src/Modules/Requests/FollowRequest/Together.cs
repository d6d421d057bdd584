using UnionHall.Platform.Security;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.FollowRequest;

/// <summary>What a worker sees of the request under which his own is handled: who has it, by when, and the union's own public words; never those of another worker.</summary>
internal sealed record Together(Request Head, IReadOnlyList<TimelineEntry> Entries)
{
    /// <summary>Lines of the desk that hold nothing another worker said.</summary>
    public static readonly IReadOnlyList<TimelineKind> Told =
    [
        TimelineKind.Replied, TimelineKind.Closed, TimelineKind.Declined, TimelineKind.Paused, TimelineKind.Deferred, TimelineKind.Resumed, TimelineKind.Extended,
        TimelineKind.Recomputed, TimelineKind.ReportedUp, TimelineKind.Escalated, TimelineKind.Split, TimelineKind.HandedOn,
    ];

    public UnitId Unit => Head.CurrentUnit;

    /// <summary>Persons whose matter it is.</summary>
    public int People => Head.People;

    public bool IsAnswered => Head.State == RequestState.Replied || Head.ClosedAt is not null;
}

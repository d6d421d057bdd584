using UnionHall.Organisation;
using UnionHall.Platform.Security;
using UnionHall.Platform.Ui;
using UnionHall.Requests.Acting;
using UnionHall.Requests.Domain;
using UnionHall.Requests.Intake;
using UnionHall.Requests.Settings;

namespace UnionHall.Requests.OpenRequest;

/// <summary>Everything a case page shows, put together for one reader.</summary>
internal sealed record CaseView
{
    public required CaseRow Row { get; init; }

    /// <summary>Who reads it: part of the key of drafts, because one computer may serve two people.</summary>
    public required string Reader { get; init; }

    public required string CategoryName { get; init; }

    public required string UnitName { get; init; }

    /// <summary>The worker's path from the highest unit down to where he works; empty when he did not say.</summary>
    public required IReadOnlyList<string> WorksAt { get; init; }

    public required IReadOnlyList<CaseOrder> Orders { get; init; }

    public required IReadOnlyList<TimelineEntry> Timeline { get; init; }

    public required ILookup<Guid, CaseFile> Files { get; init; }

    public required IReadOnlyDictionary<UnitId, string> UnitNames { get; init; }

    public required IReadOnlyList<GivenAnswer> Answers { get; init; }

    public string? AssigneeName { get; init; }

    /// <summary>Who stands in for the assignee, where he is away.</summary>
    public Absence? AssigneeAway { get; init; }

    public required IReadOnlyList<StaffSummary> Colleagues { get; init; }

    public required IReadOnlyList<Readers> Readers { get; init; }

    /// <summary>Who else may see the case: whom a note may name.</summary>
    public required IReadOnlyList<StaffSummary> People { get; init; }

    /// <summary>Null where nothing may be known of the person.</summary>
    public Person? Person { get; init; }

    /// <summary>True when this reader belongs to the union a hidden or anonymous worker is kept apart from.</summary>
    public bool IsOwnUnit { get; init; }

    public bool MayOpenIdentity { get; init; }

    public required IReadOnlySet<Act> Acts { get; init; }

    /// <summary>How much may be written at once.</summary>
    public required Numbers Numbers { get; init; }

    /// <summary>An answer that waits for consent.</summary>
    public ReplyDraft? Draft { get; init; }

    public required HopView Hops { get; init; }

    public required MergeView Merges { get; init; }

    public required DueView Promise { get; init; }

    public DueView? Hop { get; init; }

    public required string Next { get; init; }

    public required DateTimeOffset Now { get; init; }

    public bool May(Act act) => Acts.Contains(act);

    public int TimesOpened => Timeline.Count(entry => entry.Kind == TimelineKind.IdentityOpened);

    public string UnitOf(TimelineEntry entry) => entry.UnitId is { } unit ? UnitNames.GetValueOrDefault(unit, "") : "";
}

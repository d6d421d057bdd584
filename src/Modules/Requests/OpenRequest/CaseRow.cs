using UnionHall.Messaging;
using UnionHall.Platform.Files;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.OpenRequest;

/// <summary>The request of a case page.</summary>
internal sealed record CaseRow(
    RequestId Id,
    string Reference,
    string Title,
    string Words,
    string Answers,
    RequestState State,
    MatterType MatterType,
    string Category,
    Visibility Visibility,
    Channel Channel,
    UnitId? WorksAt,
    UnitId Owner,
    UnitId CurrentUnit,
    AccountId? Assignee,
    DateTimeOffset SubmittedAt,
    DateTimeOffset DueAt,
    DateTimeOffset NextDueAt,
    bool IsProvisional,
    bool IsOpen,
    DateTimeOffset? ClosedAt,
    Outcome? Outcome,
    Rating? Rating,
    int Disputes,
    uint Version)
{
    public Requester? Requester { get; init; }

    /// <summary>The version of the service it was filed under.</summary>
    public Guid ServiceId { get; init; }

    public int Round { get; init; }

    /// <summary>Answers wait for consent.</summary>
    public bool NeedsApproval { get; init; }

    public DateTimeOffset? ApprovalAskedAt { get; init; }

    public bool InDispute => IsOpen && Disputes > 0;

    /// <summary>Who or what it is about, in the worker's words.</summary>
    public string? Accused { get; init; }

    public RequestId? HeadId { get; init; }

    /// <summary>The mailbox of a letter.</summary>
    public MailBoxId? MailBox { get; init; }

    public MergeKind? MergedAs { get; init; }

    public RequestState? StateBefore { get; init; }

    /// <summary>How many others are handled under it.</summary>
    public int Joined { get; init; }

    /// <summary>Persons whose matter it is.</summary>
    public int People { get; init; } = 1;

    public int Escalations { get; init; }

    public int Chases { get; init; }

    public DateTimeOffset? SupervisedAt { get; init; }

    public DateTimeOffset? ProblemAt { get; init; }

    public Urgency Urgency { get; init; }

    public LimitUnit LimitUnit { get; init; }

    public DateTimeOffset? PausedUntil { get; init; }

    public bool IsDeferred { get; init; }

    /// <summary>The first answer is still owed.</summary>
    public bool PromiseRuns { get; init; }

    public DateTimeOffset? FirstReplyAt { get; init; }
}

/// <summary>A file of the case and the entry it came with.</summary>
internal sealed record CaseFile(Guid EntryId, FileSummary File);

/// <summary>An order as a node of the tree of hops.</summary>
internal sealed record CaseOrder(WorkOrder Order, string Unit, int Depth, bool IsCurrent);

/// <summary>How many people of a unit may see the case.</summary>
internal sealed record Readers(string Unit, int People);

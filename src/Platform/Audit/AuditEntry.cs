using UnionHall.Platform.Security;

namespace UnionHall.Platform.Audit;

/// <summary>One thing that happened: appended in the transaction of the change, linked into the chain by the sealer within a second.</summary>
public sealed class AuditEntry
{
    public Guid Id { get; init; }

    public DateTimeOffset At { get; init; }

    public AccountId? Account { get; init; }

    public required string ActorName { get; init; }

    public string? Address { get; init; }

    /// <summary>The event's name, e.g. request-dispatched.</summary>
    public required string What { get; init; }

    public required string SubjectKind { get; init; }

    public Guid SubjectId { get; init; }

    public string? Reason { get; init; }

    /// <summary>The event as JSON: ids and facts, no personal data.</summary>
    public required string Data { get; init; }
}

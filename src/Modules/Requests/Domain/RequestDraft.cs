using UnionHall.Messaging;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;

namespace UnionHall.Requests.Domain;

/// <summary>All a new request needs, checked and worked out by the handler.</summary>
internal sealed record RequestDraft
{
    public required string Reference { get; init; }

    public required Service Service { get; init; }

    public required string Title { get; init; }

    public required string Words { get; init; }

    public string Answers { get; init; } = "[]";

    public string? Accused { get; init; }

    public required Visibility Visibility { get; init; }

    public required Channel Channel { get; init; }

    public UnitId? WorksAt { get; init; }

    public required UnitId Owner { get; init; }

    public required DateTimeOffset DueAt { get; init; }

    public bool IsProvisional { get; init; }

    /// <summary>What the promise was worked out from.</summary>
    public required Limit Limit { get; init; }

    /// <summary>Until when the first receiver is to contact the worker; null where no rule asks for it.</summary>
    public ContactTerm? Contact { get; init; }

    public AccountId? RegisteredBy { get; init; }

    /// <summary>The mailbox of a letter.</summary>
    public MailBoxId? MailBox { get; init; }

    public string? Source { get; init; }

    public byte[]? SourceKey { get; init; }
}

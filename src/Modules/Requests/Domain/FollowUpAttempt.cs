using UnionHall.Platform.Data;
using UnionHall.Platform.Security;

namespace UnionHall.Requests.Domain;

/// <summary>One call of a follow-up.</summary>
internal sealed class FollowUpAttempt
{
    public Guid Id { get; private init; }

    public Guid FollowUpId { get; private init; }

    public DateTimeOffset At { get; private init; }

    public AccountId? Account { get; private init; }

    public required string Name { get; init; }

    public AttemptOutcome Outcome { get; private init; }

    public string? Note { get; private init; }

    public static FollowUpAttempt Of(Guid followUp, AttemptOutcome outcome, string? note, Actor caller, DateTimeOffset at) => new()
    {
        Id = SortableId.Next(at),
        FollowUpId = followUp,
        At = at,
        Account = caller.Account,
        Name = caller.Name,
        Outcome = outcome,
        Note = note,
    };
}

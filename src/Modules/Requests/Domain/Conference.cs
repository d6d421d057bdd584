using UnionHall.Platform.Data;
using UnionHall.Platform.Security;

namespace UnionHall.Requests.Domain;

/// <summary>The notes of a case conference.</summary>
internal sealed class Conference
{
    public Guid Id { get; private init; }

    public RequestId RequestId { get; private init; }

    /// <summary>The lead at that time.</summary>
    public UnitId UnitId { get; private init; }

    public DateOnly HeldOn { get; private init; }

    public required string Participants { get; init; }

    public required string Conclusions { get; init; }

    /// <summary>Who does what, a line per unit.</summary>
    public required string Tasks { get; init; }

    public DateTimeOffset RecordedAt { get; private init; }

    public AccountId? RecordedBy { get; private init; }

    public required string RecordedName { get; init; }

    internal static Conference Of(RequestId request, UnitId unit, ConferenceNotes notes, Actor actor, DateTimeOffset at) => new()
    {
        Id = SortableId.Next(at),
        RequestId = request,
        UnitId = unit,
        HeldOn = notes.HeldOn,
        Participants = notes.Participants,
        Conclusions = notes.Conclusions,
        Tasks = notes.Tasks,
        RecordedAt = at,
        RecordedBy = actor.Account,
        RecordedName = actor.Name,
    };
}

/// <summary>What the form brought.</summary>
internal sealed record ConferenceNotes(DateOnly HeldOn, string Participants, string Conclusions, string Tasks);

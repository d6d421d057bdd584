using UnionHall.Platform.Data;
using UnionHall.Platform.Security;

namespace UnionHall.Requests.Domain;

/// <summary>One line of a request's story. Append-only; what the worker sees is marked public.</summary>
internal sealed class TimelineEntry
{
    public Guid Id { get; private init; }

    public RequestId RequestId { get; private init; }

    public DateTimeOffset At { get; private init; }

    public TimelineKind Kind { get; private init; }

    public bool IsPublic { get; private init; }

    public required string ActorName { get; init; }

    public AccountId? Account { get; private init; }

    /// <summary>The unit that acted, or that an order went to.</summary>
    public UnitId? UnitId { get; private init; }

    /// <summary>Words of the worker or the desk; null for plain facts.</summary>
    public string? Text { get; private init; }

    public static TimelineEntry Of(RequestId request, TimelineKind kind, Actor actor, DateTimeOffset at, UnitId? unit = null, string? text = null, bool isPublic = true) => new()
    {
        Id = SortableId.Next(at),
        RequestId = request,
        At = at,
        Kind = kind,
        IsPublic = isPublic,
        ActorName = actor.Name,
        Account = actor.Account,
        UnitId = unit,
        Text = text,
    };
}

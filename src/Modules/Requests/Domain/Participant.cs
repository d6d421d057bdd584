using UnionHall.Platform.Security;

namespace UnionHall.Requests.Domain;

/// <summary>One of several persons who said the same: his own request stands under the head, or is the head itself.</summary>
internal sealed class Participant
{
    public RequestId RequestId { get; init; }

    public RequestId HeadId { get; init; }

    public DateTimeOffset JoinedAt { get; init; }

    public ParticipantWay Way { get; init; }

    /// <summary>He speaks for the others since.</summary>
    public DateTimeOffset? RepresentsSince { get; private set; }

    /// <summary>Who named him: a colleague, or 本人.</summary>
    public string? NamedBy { get; private set; }

    public static Participant Of(RequestId request, RequestId head, ParticipantWay way, DateTimeOffset at) =>
        new() { RequestId = request, HeadId = head, JoinedAt = at, Way = way };

    public void Represent(bool speaks, Actor actor, DateTimeOffset at) =>
        (RepresentsSince, NamedBy) = (speaks ? RepresentsSince ?? at : null, speaks ? NamedBy ?? actor.Name : null);
}

/// <summary>How a participant came in.</summary>
internal enum ParticipantWay
{
    /// <summary>The head's own.</summary>
    First = 1,

    /// <summary>Merged by the desk.</summary>
    Desk,

    /// <summary>By the link that a colleague gave him.</summary>
    Link,
}

using UnionHall.Platform.Security;

namespace UnionHall.Requests.Domain;

/// <summary>The address by which colleagues join one matter.</summary>
internal sealed class JoinLink
{
    public RequestId RequestId { get; init; }

    public string Token { get; private set; } = "";

    public DateTimeOffset MadeAt { get; private set; }

    public string MadeBy { get; private set; } = "";

    public void Become(string token, Actor actor, DateTimeOffset at) => (Token, MadeAt, MadeBy) = (token, at, actor.Name);
}

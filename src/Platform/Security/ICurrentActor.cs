namespace UnionHall.Platform.Security;

/// <summary>Turns the signed-in principal of a web request into an <see cref="Actor"/>, once per request.</summary>
public interface ICurrentActor
{
    ValueTask<Actor> GetAsync(CancellationToken stop);
}

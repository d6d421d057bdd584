using UnionHall.Platform.Security;

namespace UnionHall.Requests.Following;

/// <summary>How a worker is named in timelines and the audit log: never by name, and without account and address where he asked not to be known.</summary>
internal static class WorkerActor
{
    public const string Name = "职工";

    public static Actor Of(Actor actor, Visibility visibility) => visibility == Visibility.Named
        ? new Actor(actor.Account, Name, [], actor.Address)
        : new Actor(null, Name, []);
}

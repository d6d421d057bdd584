using UnionHall.Platform.Security;

namespace UnionHall.Requests.Following;

/// <summary>Names of drafts kept on the device. They name the person, because one phone may serve two.</summary>
internal static class Drafts
{
    public static string Submit(Actor actor) => $"submit-{Person(actor)}";

    public static string Of(Actor actor, string act, string reference) => $"{act}-{reference}-{Person(actor)}";

    private static string Person(Actor actor) => actor.Account?.ToString() ?? "visitor";
}

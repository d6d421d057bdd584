using System.Text.RegularExpressions;

namespace UnionHall.Platform.Data;

/// <summary>RequestDispatched → request-dispatched, the name under which an event is stored and listed in docs/events.md.</summary>
public static partial class EventName
{
    public static string Of(Type type) => Boundary().Replace(type.Name, "-$1").ToLowerInvariant();

    [GeneratedRegex("(?<!^)([A-Z])", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Boundary();
}

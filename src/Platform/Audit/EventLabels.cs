using System.Text.Json;

namespace UnionHall.Platform.Audit;

/// <summary>The Chinese names of events, of what they are about and of the fields in them. Modules add theirs by AddEventLabels; what has no name is shown as it is stored.</summary>
public sealed class EventLabels
{
    private readonly Dictionary<string, string> events = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> fields = new(StringComparer.Ordinal);

    public EventLabels(IEnumerable<EventLabelSet> sets)
    {
        foreach (var set in sets)
        {
            Add(events, set.Events);
            Add(fields, set.Fields);
        }
    }

    /// <summary>Every named event with its name, in the order of the names' registration.</summary>
    public IReadOnlyDictionary<string, string> Events => events;

    /// <summary>request-dispatched → 派单.</summary>
    public string Event(string what) => events.GetValueOrDefault(what, what);

    /// <summary>The name of a field, first as this event's own ("job-dropped.kind"), then as anyone's ("kind"). Kinds of subjects are named here too.</summary>
    public string Field(string what, string field) => fields.GetValueOrDefault($"{what}.{field}") ?? fields.GetValueOrDefault(field, field);

    /// <summary>The name of a code in a field: "state" and "submitted" → 待派单.</summary>
    public string Value(string what, string field, string value) =>
        fields.GetValueOrDefault($"{what}.{field}={value}") ?? fields.GetValueOrDefault($"{field}={value}", value);

    private static void Add(Dictionary<string, string> all, IReadOnlyDictionary<string, string> some)
    {
        foreach (var (key, label) in some)
        {
            all.TryAdd(key, label);
        }
    }
}

/// <summary>One module's names.</summary>
public sealed record EventLabelSet(IReadOnlyDictionary<string, string> Events, IReadOnlyDictionary<string, string> Fields)
{
    private static readonly Dictionary<string, string> None = [];

    internal static EventLabelSet OfValues<TValue>(string field, Func<TValue, string> chinese)
        where TValue : struct, Enum =>
        new(None, Enum.GetValues<TValue>().ToDictionary(value => $"{field}={JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString())}", chinese, StringComparer.Ordinal));
}

using System.Globalization;
using System.Text.Json;
using UnionHall.Platform.Time;

namespace UnionHall.Platform.Audit.ListAudit;

/// <summary>Puts stored entries into Chinese: events, fields and codes by the labels, keys by whoever knows their names.</summary>
internal sealed class AuditWords(EventLabels labels, IEnumerable<ISubjectNames> names, TimeProvider clock)
{
    public async Task<IReadOnlyList<AuditRow>> SayAsync(IReadOnlyList<AuditEntry> entries, CancellationToken stop)
    {
        var read = entries.Select(entry => (Entry: entry, Data: Read(entry.Data))).ToList();
        var keys = read.SelectMany(row => Strings(row.Data)).Select(text => Guid.TryParse(text, out var key) ? key : Guid.Empty)
            .Concat(entries.Select(entry => entry.SubjectId)).Where(key => key != Guid.Empty).ToHashSet();
        var known = await NamesAsync(keys, stop);
        return [.. read.Select(row => Row(row.Entry, row.Data, known))];
    }

    private AuditRow Row(AuditEntry entry, JsonElement data, Dictionary<Guid, string> known)
    {
        var details = data.ValueKind == JsonValueKind.Object
            ? data.EnumerateObject().Select(field => new AuditDetail(labels.Field(entry.What, field.Name), Say(entry.What, field.Name, field.Value, known)))
            : [new AuditDetail("内容", data.ToString())];
        return new AuditRow(entry, labels.Event(entry.What), labels.Field(entry.What, entry.SubjectKind), known.GetValueOrDefault(entry.SubjectId), [.. details]);
    }

    private string Say(string what, string field, JsonElement value, Dictionary<Guid, string> known) => value.ValueKind switch
    {
        JsonValueKind.Null => "—",
        JsonValueKind.True => "是",
        JsonValueKind.False => "否",
        JsonValueKind.Array => string.Join("、", value.EnumerateArray().Select(one => Say(what, field, one, known))),
        JsonValueKind.String => Say(what, field, value.GetString()!, known),
        _ => value.ToString(),
    };

    private string Say(string what, string field, string text, Dictionary<Guid, string> known)
    {
        if (Guid.TryParse(text, out var key))
        {
            return known.GetValueOrDefault(key, text);
        }

        return text.Contains('T', StringComparison.Ordinal) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? SpokenTime.Moment(moment, clock.GetUtcNow())
            : labels.Value(what, field, text);
    }

    private async Task<Dictionary<Guid, string>> NamesAsync(HashSet<Guid> keys, CancellationToken stop)
    {
        var known = new Dictionary<Guid, string>();
        foreach (var source in names)
        {
            foreach (var (key, name) in await source.OfAsync(keys, stop))
            {
                known.TryAdd(key, name);
            }
        }

        return known;
    }

    private static JsonElement Read(string data)
    {
        using var document = JsonDocument.Parse(data);
        return document.RootElement.Clone();
    }

    private static IEnumerable<string> Strings(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Strings),
        JsonValueKind.Object => value.EnumerateObject().SelectMany(field => Strings(field.Value)),
        _ => [],
    };
}

using System.Globalization;
using Microsoft.Extensions.Primitives;
using UnionHall.Platform.Security;
using UnionHall.Requests.Data;
using UnionHall.Text;

namespace UnionHall.Requests.ListRequests;

/// <summary>What a list shows, all of it in the address. Words that mean nothing are left out.</summary>
internal sealed record InboxFilter
{
    /// <summary>The address's word for <see cref="Search"/>.</summary>
    public const string SearchWord = "q";

    /// <summary>Every word an address may have, as hx-params takes them.</summary>
    public const string AllWords = "view,q,state,type,category,service,channel,visibility,unit,assignee,from,to";

    /// <summary>Longer words to find are cut.</summary>
    public const int LongestSearch = 100;

    public InboxView View { get; init; } = InboxView.Unit;

    /// <summary>A reference, a person's name or phone, or words.</summary>
    public string? Search { get; init; }

    public RequestState? State { get; init; }

    public MatterType? Type { get; init; }

    public string? Category { get; init; }

    public string? Service { get; init; }

    public Channel? Channel { get; init; }

    public Visibility? Visibility { get; init; }

    public UnitId? Unit { get; init; }

    /// <summary>Whose desk; <see cref="Guid.Empty"/> is nobody's.</summary>
    public Guid? Assignee { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    /// <summary>Where the page before ended.</summary>
    public InboxCursor? After { get; init; }

    /// <summary>Open work comes by deadline, everything else and every search newest first.</summary>
    public bool ByDeadline => View.IsOpen && Search is null;

    /// <param name="words">Of an address or of a form.</param>
    public static InboxFilter Read(IEnumerable<KeyValuePair<string, StringValues>> words)
    {
        var typed = words.ToDictionary(word => word.Key, word => word.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        string? Word(string name) => typed.GetValueOrDefault(name);
        return new()
        {
            View = InboxView.Of(Word("view")),
            Search = Cut(PlainText.SingleLine(Word(SearchWord) ?? "")) is { Length: > 0 } search ? search : null,
            State = EnumText.TryParse<RequestState>(Word("state")),
            Type = EnumText.TryParse<MatterType>(Word("type")),
            Category = Code(Word("category")),
            Service = Code(Word("service")),
            Channel = EnumText.TryParse<Channel>(Word("channel")),
            Visibility = EnumText.TryParse<Visibility>(Word("visibility")),
            Unit = Guid.TryParse(Word("unit"), out var unit) ? new UnitId(unit) : null,
            Assignee = Word("assignee") == "none" ? Guid.Empty : Guid.TryParse(Word("assignee"), out var assignee) ? assignee : null,
            From = Day(Word("from")),
            To = Day(Word("to")),
            After = InboxCursor.Read(Word("after")),
        };
    }

    /// <summary>The words of the address, without the page.</summary>
    public IEnumerable<(string Name, string Value)> Words()
    {
        (string Name, string? Value)[] words =
        [
            ("view", View.Code), (SearchWord, Search), ("state", State is { } state ? EnumText.Code(state) : null), ("type", Type is { } type ? EnumText.Code(type) : null),
            ("category", Category), ("service", Service), ("channel", Channel is { } channel ? EnumText.Code(channel) : null),
            ("visibility", Visibility is { } visibility ? EnumText.Code(visibility) : null), ("unit", Unit?.ToString()),
            ("assignee", Assignee is { } assignee ? assignee == Guid.Empty ? "none" : assignee.ToString("N") : null),
            ("from", From?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("to", To?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        ];
        return words.Where(word => word.Value is not null).Select(word => (word.Name, word.Value!));
    }

    /// <summary>The same list at another address, e.g. /desk/requests/export.</summary>
    public string At(string path, string? without = null, InboxCursor? after = null)
    {
        var words = Words().Where(word => word.Name != without).Select(word => $"{word.Name}={Uri.EscapeDataString(word.Value)}");
        return path + "?" + string.Join('&', after is null ? words : words.Append("after=" + Uri.EscapeDataString(after.ToString())));
    }

    private static string Cut(string words) => string.Concat(words.EnumerateRunes().Take(LongestSearch));

    private static string? Code(string? typed) => typed is { Length: > 0 and <= 64 } && PlainText.SingleLine(typed) == typed ? typed : null;

    private static DateOnly? Day(string? typed) =>
        DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1900 and < 2200 ? day : null;
}

/// <summary>Where a page ended: the last row's deadline and key, and how many rows came before.</summary>
internal sealed record InboxCursor(DateTimeOffset DueAt, Guid Request, int Shown)
{
    public static InboxCursor? Read(string? typed)
    {
        var parts = typed?.Split('.') ?? [];
        return parts.Length == 3 && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var micros) && micros <= 253_402_300_799_000_000
            && Guid.TryParse(parts[1], out var request) && int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var shown)
            ? new InboxCursor(DateTimeOffset.UnixEpoch.AddTicks(micros * TimeSpan.TicksPerMicrosecond), request, shown)
            : null;
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{(DueAt - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond}.{Request:N}.{Shown}");
}

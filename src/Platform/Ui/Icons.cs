using System.Collections.Frozen;
using System.Text.Json;
using Microsoft.AspNetCore.Html;

namespace UnionHall.Platform.Ui;

/// <summary>The icon set of assets/icons.json: name → inner SVG of a 24 grid.</summary>
public static class Icons
{
    private static readonly FrozenDictionary<string, string> All = Load();
    private static readonly FrozenDictionary<string, HtmlString> Drawn = All.ToFrozenDictionary(icon => icon.Key, icon => new HtmlString(Draw(icon.Value, "uh-i")));

    public static IReadOnlyCollection<string> Names => All.Keys;

    /// <summary>The inner shapes, for a drawing of one's own.</summary>
    public static string Svg(string name) => All.TryGetValue(name, out var svg) ? svg : throw Missing(name);

    /// <summary>The icon ready for a page, hidden from screen readers. In long lists this is quicker than the tag helper.</summary>
    public static IHtmlContent Html(string name) => Drawn.TryGetValue(name, out var icon) ? icon : throw Missing(name);

    internal static HtmlString Html(string name, string classes) => new(Draw(Svg(name), classes));

    private static string Draw(string shapes, string classes) => $"<svg class=\"{classes}\" viewBox=\"0 0 24 24\" aria-hidden=\"true\">{shapes}</svg>";

    private static ArgumentException Missing(string name) => new($"There is no icon {name} in assets/icons.json.", nameof(name));

    private static FrozenDictionary<string, string> Load()
    {
        using var stream = typeof(Icons).Assembly.GetManifestResourceStream("icons.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!.ToFrozenDictionary();
    }
}

using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace UnionHall.Testing;

/// <summary>What came back: asserted by heading, label, role and words.</summary>
public sealed partial record PageAnswer(HttpStatusCode Status, Uri Address, string Body, IHtmlDocument Document)
{
    public string Path => Address.PathAndQuery;

    public string Title => Words(Document.QuerySelector("h1"));

    /// <summary>All visible words of the page, white space folded.</summary>
    public string Text => Words(Document.Body);

    /// <summary>The sentence shown at the field with this label, or null when it has none.</summary>
    public string? ErrorAt(string label)
    {
        var field = Field(label);
        var ids = field.GetAttribute("aria-describedby")?.Split(' ') ?? [];
        var error = ids.Select(id => Document.GetElementById(id)).FirstOrDefault(element => element?.ClassList.Contains("invalid-feedback") == true);
        return error is null ? null : Words(error);
    }

    /// <summary>What the field with this label holds.</summary>
    public string ValueOf(string label) => Field(label) switch
    {
        IHtmlTextAreaElement area => area.Value,
        IHtmlSelectElement select => select.Value ?? string.Empty,
        IHtmlInputElement input => input.Value,
        _ => string.Empty,
    };

    public IElement Field(string label) =>
        FindField(Document, label) ?? throw new InvalidOperationException($"No field is labelled “{label}” on {Path}: {Text}");

    /// <summary>The link with these words.</summary>
    public string LinkTo(string words) =>
        Document.QuerySelectorAll("a[href]").FirstOrDefault(link => Words(link).Contains(words, StringComparison.Ordinal))?.GetAttribute("href")
        ?? throw new InvalidOperationException($"No link says “{words}” on {Path}.");

    public bool HasButton(string words) => FindButton(words) is not null;

    internal IElement? FindButton(string words) =>
        Document.QuerySelectorAll("button, input[type=submit]").FirstOrDefault(button => Words(button).Contains(words, StringComparison.Ordinal));

    internal static IElement? FindField(IParentNode root, string label)
    {
        var document = root as IDocument ?? ((IElement)root).Owner!;
        foreach (var candidate in root.QuerySelectorAll("label").Where(candidate => Words(candidate).StartsWith(label, StringComparison.Ordinal)))
        {
            var target = candidate.GetAttribute("for") is { } id ? document.GetElementById(id) : candidate.QuerySelector("input, select, textarea");
            if (target is not null)
            {
                return target;
            }
        }

        return root.QuerySelectorAll("input, select, textarea").FirstOrDefault(field => field.GetAttribute("name") == label || field.GetAttribute("aria-label") == label);
    }

    internal static string Words(IElement? element) => element is null ? string.Empty : Space().Replace(element.TextContent, " ").Trim();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Space();
}

using System.Text;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;

namespace UnionHall.Messaging.Html;

/// <summary>
/// Writes HTML anew from what is on the list of the allowed, everything else as escaped text or not at all: no scripts, no
/// styles, no handlers, no pictures from elsewhere, no links but to web, mail and telephone.
/// </summary>
internal sealed class SafeHtml
{
    private const int Deepest = 100;

    private static readonly HashSet<string> Allowed = new(StringComparer.Ordinal)
    {
        "p", "div", "span", "b", "strong", "i", "em", "u", "s", "strike", "del", "ins", "sub", "sup", "small", "big", "center", "blockquote", "pre", "code", "tt",
        "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption", "a", "br", "hr", "img",
    };

    private readonly StringBuilder written = new();
    private readonly List<string> open = [];

    public static string Clean(string html)
    {
        var clean = new SafeHtml();
        foreach (var token in HtmlTokens.Read(html))
        {
            clean.Write(token);
        }

        clean.CloseTo(0);
        return clean.written.ToString().Trim();
    }

    /// <summary>Plain text as harmless HTML.</summary>
    public static string FromText(string text)
    {
        var safe = new SafeHtml();
        foreach (var line in text.Split('\n'))
        {
            safe.Escape(line);
            safe.written.Append("<br>\n");
        }

        return safe.written.ToString();
    }

    private void Write(HtmlToken token)
    {
        switch (token.Type)
        {
            case HtmlTokenType.Character:
                Escape(token.Data);
                break;
            case HtmlTokenType.EndTag:
                var place = open.LastIndexOf(token.Name);
                CloseTo(place < 0 ? open.Count : place);
                break;
            case HtmlTokenType.StartTag when token.Name == "img":
                Picture(token);
                break;
            case HtmlTokenType.StartTag when Allowed.Contains(token.Name) && open.Count < Deepest:
                Open(token);
                break;
        }
    }

    private void Open(HtmlToken token)
    {
        written.Append('<').Append(token.Name);
        if (token.Name == "a" && SafeLink(HtmlTokens.Attribute(token, "href")) is { } link)
        {
            Attribute("href", link);
            Attribute("rel", "noopener noreferrer nofollow");
        }
        else if (token.Name is "td" or "th")
        {
            Span(token, "colspan");
            Span(token, "rowspan");
        }

        written.Append('>');
        if (token.Name is not ("br" or "hr"))
        {
            open.Add(token.Name);
        }
    }

    // A picture from elsewhere would tell its sender that the letter was opened.
    private void Picture(HtmlToken token)
    {
        var source = HtmlTokens.Attribute(token, "src")?.Trim() ?? string.Empty;
        var about = HtmlTokens.Attribute(token, "alt") ?? string.Empty;
        if (source.StartsWith("cid:", StringComparison.OrdinalIgnoreCase) && source.Length < 300)
        {
            written.Append("<img");
            Attribute("src", "cid:" + source[4..]);
            Attribute("alt", about);
            written.Append('>');
        }
        else if (about.Length > 0)
        {
            Escape($"[{about}]");
        }
    }

    private static string? SafeLink(string? link)
    {
        var bare = string.Concat((link ?? string.Empty).Where(letter => !char.IsControl(letter) && !char.IsWhiteSpace(letter)));
        var isSafe = bare.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || bare.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            || bare.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) || bare.StartsWith("tel:", StringComparison.OrdinalIgnoreCase);
        return isSafe && bare.Length < 4000 ? bare : null;
    }

    private void Span(HtmlToken token, string name)
    {
        if (int.TryParse(HtmlTokens.Attribute(token, name), out var cells) && cells is > 1 and < 100)
        {
            Attribute(name, $"{cells}");
        }
    }

    private void Attribute(string name, string value)
    {
        written.Append(' ').Append(name).Append("=\"");
        Escape(value);
        written.Append('"');
    }

    private void Escape(string text)
    {
        foreach (var letter in text)
        {
            switch (letter)
            {
                case '<':
                    written.Append("&lt;");
                    break;
                case '>':
                    written.Append("&gt;");
                    break;
                case '&':
                    written.Append("&amp;");
                    break;
                case '"':
                    written.Append("&quot;");
                    break;
                case '\'':
                    written.Append("&#39;");
                    break;
                case '\t' or '\n':
                case var other when !char.IsControl(other):
                    written.Append(letter);
                    break;
            }
        }
    }

    private void CloseTo(int depth)
    {
        for (var at = open.Count - 1; at >= depth; at--)
        {
            written.Append("</").Append(open[at]).Append('>');
            open.RemoveAt(at);
        }
    }
}

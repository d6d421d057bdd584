using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;

namespace UnionHall.Messaging.Html;

/// <summary>
/// HTML as a row of tags and texts. No tree is built: a hostile letter nests a hundred thousand tables, and a tree of that
/// costs minutes or the stack.
/// </summary>
internal static class HtmlTokens
{
    public static IEnumerable<HtmlToken> Read(string html)
    {
        using var source = new TextSource(html);
        using var tokenizer = new HtmlTokenizer(source, HtmlEntityProvider.Resolver) { SkipComments = true, DisableElementPositionTracking = true };
        string? hidden = null;
        while (tokenizer.Get() is { Type: not HtmlTokenType.EndOfFile } token)
        {
            if (token.Type == HtmlTokenType.StartTag && RawMode(token.Name) is { } mode)
            {
                (hidden, tokenizer.State) = (token.Name, mode);
            }
            else if (token.Type == HtmlTokenType.EndTag && token.Name == hidden)
            {
                hidden = null;
            }
            else if (token.Type is HtmlTokenType.StartTag or HtmlTokenType.EndTag || (token.Type == HtmlTokenType.Character && hidden is null))
            {
                yield return token;
            }
        }
    }

    public static string? Attribute(HtmlToken token, string name) =>
        token is HtmlTagToken tag ? tag.Attributes.Where(attribute => attribute.Name == name).Select(attribute => attribute.Value).FirstOrDefault() : null;

    // What stands in these is never shown.
    private static HtmlParseMode? RawMode(string name) => name switch
    {
        "script" => HtmlParseMode.Script,
        "style" or "iframe" or "noembed" or "noframes" or "xmp" => HtmlParseMode.Rawtext,
        "title" or "textarea" => HtmlParseMode.RCData,
        _ => null,
    };
}

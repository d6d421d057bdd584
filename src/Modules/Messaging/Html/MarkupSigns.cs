using AngleSharp.Html.Parser.Tokens;
using UnionHall.Messaging.Quotes;

namespace UnionHall.Messaging.Html;

/// <summary>How mail programs mark history and signature in their HTML.</summary>
internal static class MarkupSigns
{
    private static readonly string[] QuoteClasses =
        ["gmail_quote", "yahoo_quoted", "yahooquoted", "moz-cite-prefix", "protonmail_quote", "tutanota_quote", "zmail_extra", "ntes-mailmaster-quote", "xm_mail_oringinal_describe", "alimail-quote", "mail-quote-collapse", "wemailoriginal"];

    private static readonly string[] QuoteIds = ["isreplycontent", "yahoo_quoted", "oriquotecontent", "mail-editor-reference-message-container", "reply-intro"];

    private static readonly string[] SignatureSigns = ["gmail_signature", "moz-signature", "ms-outlook-mobile-signature", "composer_signature", "ntes-mailmaster-signature", "apple-mail-signature", "protonmail_signature_block", "wemailsignature"];

    public static LineMark Of(HtmlToken token)
    {
        if (token.Name == "blockquote")
        {
            return IsIndentation(token) ? LineMark.None : LineMark.Quote;
        }

        if (token.Name is not ("div" or "span" or "table" or "includetail" or "section" or "p" or "pre" or "font"))
        {
            return LineMark.None;
        }

        var names = $"{HtmlTokens.Attribute(token, "class")} {HtmlTokens.Attribute(token, "id")}".ToLowerInvariant();
        return token.Name == "includetail" || names.Contains("divrplyfwdmsg", StringComparison.Ordinal) || names.Contains("appendonsend", StringComparison.Ordinal) || names.Contains("outlookmessageheader", StringComparison.Ordinal) ? LineMark.Tail
            : Has(names, QuoteClasses) || Has(names, QuoteIds) ? LineMark.Quote
            : Has(names, SignatureSigns) || HtmlTokens.Attribute(token, "data-signatureblock") is not null ? LineMark.Signature
            : LineMark.None;
    }

    private static bool Has(string names, string[] signs) => names.Length > 1 && signs.Any(sign => names.Contains(sign, StringComparison.Ordinal));

    // Gmail indents one's own words with a blockquote of its own.
    private static bool IsIndentation(HtmlToken token) =>
        HtmlTokens.Attribute(token, "style") is { } style && !style.Contains("border-left", StringComparison.OrdinalIgnoreCase)
        && style.Replace(" ", string.Empty, StringComparison.Ordinal).Contains("border:none", StringComparison.OrdinalIgnoreCase)
        && HtmlTokens.Attribute(token, "type") is null;
}

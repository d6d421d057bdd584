using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace UnionHall.Platform.Ui;

/// <summary>&lt;pager previous="…" next="…" first="1" last="50" total="34210" /&gt;: keyset paging, 第 1–50 / 34,210. Nothing when all fits on one page.</summary>
[HtmlTargetElement("pager", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PagerTagHelper : TagHelper
{
    public string? Previous { get; set; }

    public string? Next { get; set; }

    public int? First { get; set; }

    public int? Last { get; set; }

    public long? Total { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (string.IsNullOrEmpty(Previous) && string.IsNullOrEmpty(Next))
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "uh-pager");
        output.Attributes.SetAttribute("aria-label", "翻页");
        output.Content.AppendHtml("<span class=\"uh-num\">").Append(Where()).AppendHtml("</span><span class=\"uh-row\">");
        output.Content.AppendHtml(Link(Previous, "prev", "chevron-left", "上一页")).AppendHtml(Link(Next, "next", "chevron-right", "下一页"));
        output.Content.AppendHtml("</span>");
    }

    private string Where()
    {
        var rows = First is null || Last is null ? "" : $"第 {SpokenNumber.Of(First)}–{SpokenNumber.Of(Last)}";
        return Total is null ? rows : rows.Length == 0 ? $"共 {SpokenNumber.Of(Total)}" : $"{rows} / {SpokenNumber.Of(Total)}";
    }

    private static TagBuilder? Link(string? address, string relation, string icon, string words)
    {
        if (string.IsNullOrEmpty(address))
        {
            return null;
        }

        var link = new TagBuilder("a") { Attributes = { ["class"] = "btn", ["href"] = address, ["rel"] = relation } };
        link.InnerHtml.AppendHtml(relation == "prev" ? Icons.Html(icon) : Microsoft.AspNetCore.Html.HtmlString.Empty);
        link.InnerHtml.Append(words);
        link.InnerHtml.AppendHtml(relation == "next" ? Icons.Html(icon) : Microsoft.AspNetCore.Html.HtmlString.Empty);
        return link;
    }
}

using Microsoft.AspNetCore.Razor.TagHelpers;

namespace UnionHall.Platform.Ui;

/// <summary>&lt;icon name="phone" /&gt; beside words; &lt;icon name="phone" label="电话" /&gt; where the icon stands alone.</summary>
[HtmlTargetElement("icon", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IconTagHelper : TagHelper
{
    public string Name { get; set; } = "";

    /// <summary>Hidden text for an icon without words.</summary>
    public string? Label { get; set; }

    /// <summary>Further classes, e.g. pic.</summary>
    public string? Class { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(Class is null ? Icons.Html(Name) : Icons.Html(Name, $"uh-i {Class}"));
        if (Label is not null)
        {
            output.Content.AppendHtml("<span class=\"visually-hidden\">").Append(Label).AppendHtml("</span>");
        }
    }
}

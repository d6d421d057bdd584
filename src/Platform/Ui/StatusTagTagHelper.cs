using Microsoft.AspNetCore.Razor.TagHelpers;

namespace UnionHall.Platform.Ui;

/// <summary>&lt;status-tag kind="seal" icon="eye-off"&gt;对单位保密&lt;/status-tag&gt;: six characters at most, three in a row at most.</summary>
[HtmlTargetElement("status-tag")]
public sealed class StatusTagTagHelper : TagHelper
{
    /// <summary>late, soon, ok, wait, seal, ink or pine; plain when left out.</summary>
    public string? Kind { get; set; }

    public string? Icon { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Kind is null ? "uh-tag" : $"uh-tag uh-tag--{Kind}");
        if (Icon is not null)
        {
            output.PreContent.SetHtmlContent(Icons.Html(Icon));
        }
    }
}

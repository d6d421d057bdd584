using Microsoft.AspNetCore.Razor.TagHelpers;

namespace UnionHall.Platform.Ui;

/// <summary>
/// &lt;deadline due="row.Due" what="签收" /&gt;: ring, what is left or over in bold, below it the date and what is due then.
/// The model is a <see cref="DueView"/>.
/// </summary>
[HtmlTargetElement("deadline", Attributes = "due", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DeadlineTagHelper : TagHelper
{
    public DueView Due { get; set; } = null!;

    /// <summary>What is due then, e.g. 签收, 首次联系, 答复.</summary>
    public string? What { get; set; }

    public int Size { get; set; } = 24;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "due");
        var emphasis = Due.State switch
        {
            RingState.Late => " class=\"uh-late-text\"",
            RingState.Soon => " class=\"uh-soon-text\"",
            _ => "",
        };
        output.Content
            .AppendHtml(TimeRing.Html(Due.State, Due.Share, Size, Due.InRing))
            .AppendHtml($"<span><b{emphasis}>").Append(Due.Left).AppendHtml("</b><small>").Append(Due.By).Append(What ?? "").AppendHtml("</small></span>");
    }
}

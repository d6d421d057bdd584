using Microsoft.AspNetCore.Razor.TagHelpers;

namespace UnionHall.Platform.Ui;

/// <summary>&lt;time-ring state="Ok" share="0.4" size="46" label="4天" /&gt;; in code <see cref="TimeRing.Html"/>.</summary>
[HtmlTargetElement("time-ring", Attributes = "state", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TimeRingTagHelper : TagHelper
{
    public RingState State { get; set; }

    /// <summary>0 to 1, how much of the limit is spent.</summary>
    public double Share { get; set; }

    public int Size { get; set; } = 22;

    public string? Label { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(TimeRing.Html(State, Share, Size, Label));
    }
}

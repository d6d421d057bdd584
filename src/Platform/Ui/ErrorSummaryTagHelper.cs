using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace UnionHall.Platform.Ui;

/// <summary>
/// &lt;error-summary /&gt; at the top of a form: all that has to be changed, each sentence a link to its field; takes the
/// focus. A rule that says no without a field is shown as such. Nothing when all is well.
/// </summary>
[HtmlTargetElement("error-summary", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ErrorSummaryTagHelper : TagHelper
{
    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var faults = ViewContext.ModelState
            .SelectMany(field => field.Value!.Errors.Select(error => (Field: field.Key, Sentence: error.ErrorMessage)))
            .DistinctBy(fault => fault)
            .ToList();
        if (faults.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        var isRefusal = faults.TrueForAll(fault => fault.Field.Length == 0);
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", isRefusal ? "uh-note uh-note--soon" : "uh-note uh-note--late uh-errors");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute("data-errors", "");
        output.Content.AppendHtml(Icons.Html(isRefusal ? "info" : "warning")).AppendHtml("<div>");
        if (!isRefusal)
        {
            output.Content.AppendHtml("<b class=\"uh-strong\">").Append($"还有 {faults.Count} 处要改").AppendHtml("</b>");
        }

        output.Content.AppendHtml(List(faults)).AppendHtml("</div>");
    }

    private static TagBuilder List(List<(string Field, string Sentence)> faults)
    {
        var list = new TagBuilder("ul");
        foreach (var (field, sentence) in faults)
        {
            var line = new TagBuilder(field.Length == 0 ? "span" : "a");
            if (field.Length > 0)
            {
                line.Attributes["href"] = "#" + TagBuilder.CreateSanitizedId(field, "_");
            }

            line.InnerHtml.Append(sentence);
            list.InnerHtml.AppendHtml("<li>").AppendHtml(line).AppendHtml("</li>");
        }

        return list;
    }
}

using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace UnionHall.Platform.Ui;

/// <summary>&lt;field-error for="Form.Name" /&gt;: what is wrong with a field laid out by hand, without &lt;field&gt;. Nothing when all is well.</summary>
[HtmlTargetElement("field-error", Attributes = "for", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FieldErrorTagHelper : TagHelper
{
    public ModelExpression For { get; set; } = null!;

    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var name = ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        output.TagName = null;
        if (ViewContext.ModelState.TryGetValue(name, out var field) && field.Errors.Count > 0)
        {
            output.Content.SetHtmlContent(Sentence(TagBuilder.CreateSanitizedId(name, "_"), field.Errors[0].ErrorMessage));
        }
    }

    internal static string IdOf(string field) => field + "_error";

    internal static TagBuilder Sentence(string field, string error)
    {
        var sentence = new TagBuilder("p") { Attributes = { ["class"] = "invalid-feedback", ["id"] = IdOf(field) } };
        sentence.InnerHtml.AppendHtml(Icons.Html("warning")).Append(error);
        return sentence;
    }
}

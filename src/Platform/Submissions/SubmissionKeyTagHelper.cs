using UnionHall.Platform.Data;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace UnionHall.Platform.Submissions;

/// <summary>
/// Gives every form that posts its key. Each rendering gives a new one: a form shown again after a refusal is a new try.
/// A form with a plain action of this site gets its antiforgery token too, which the framework leaves out there.
/// </summary>
[HtmlTargetElement("form", Attributes = "method")]
public sealed class SubmissionKeyTagHelper(IAntiforgery antiforgery, TimeProvider clock) : TagHelper
{
    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (!"post".Equals(context.AllAttributes["method"]?.Value?.ToString(), StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        output.PreContent.AppendHtml($"<input type=\"hidden\" name=\"{SubmissionKey.Field}\" value=\"{SortableId.Next(clock.GetUtcNow())}\">");
        if (LocalPath.Is(context.AllAttributes["action"]?.Value?.ToString()) && !context.AllAttributes.ContainsName("asp-antiforgery"))
        {
            output.PreContent.AppendHtml(antiforgery.GetHtml(ViewContext.HttpContext));
        }
    }
}

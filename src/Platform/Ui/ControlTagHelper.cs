using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace UnionHall.Platform.Ui;

/// <summary>
/// Every control with asp-for: tied to the hint or the error of its &lt;field&gt; (or &lt;field-error&gt;), marked when refused.
/// Radios of one question get ids of their own, and a counted text area may be overfilled so that no words are cut off.
/// </summary>
[HtmlTargetElement("input", Attributes = "asp-for")]
[HtmlTargetElement("textarea", Attributes = "asp-for")]
[HtmlTargetElement("select", Attributes = "asp-for")]
public sealed class ControlTagHelper : TagHelper
{
    [HtmlAttributeName("asp-for")]
    public ModelExpression For { get; set; } = null!;

    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>After the framework's own helpers, which write type, id and maxlength.</summary>
    public override int Order => 1000;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var type = output.Attributes["type"]?.Value?.ToString();
        if (type == "hidden")
        {
            return;
        }

        if (type is "radio" or "checkbox")
        {
            GiveOwnId(context, output, type);
        }
        else if (!context.AllAttributes.ContainsName("class"))
        {
            // The framework has put a class of its own on a refused one.
            output.AddClass("form-control", HtmlEncoder.Default);
        }

        if (output.Attributes.ContainsName("data-count"))
        {
            output.Attributes.RemoveAll("maxlength");
        }

        var field = context.Items.TryGetValue(typeof(FieldTagHelper), out var around) ? (FieldTagHelper)around : null;
        if (field is not { Group: true })
        {
            Describe(output, field);
        }
    }

    private void GiveOwnId(TagHelperContext context, TagHelperOutput output, string type)
    {
        var isOneOfMany = type == "radio" || For.Metadata.IsEnumerableType;
        if (isOneOfMany && !context.AllAttributes.ContainsName("id"))
        {
            output.Attributes.SetAttribute("id", TagBuilder.CreateSanitizedId($"{Name}_{output.Attributes["value"]?.Value}", "_"));
        }
    }

    private void Describe(TagHelperOutput output, FieldTagHelper? field)
    {
        var isRefused = ViewContext.ModelState.TryGetValue(Name, out var entry) && entry.Errors.Count > 0;
        if (isRefused)
        {
            output.AddClass("is-invalid", HtmlEncoder.Default);
            output.Attributes.SetAttribute("aria-invalid", "true");
        }

        var own = field?.DescribedBy ?? (isRefused ? FieldErrorTagHelper.IdOf(TagBuilder.CreateSanitizedId(Name, "_")) : null);
        if (own is not null)
        {
            var given = output.Attributes["aria-describedby"]?.Value;
            output.Attributes.SetAttribute("aria-describedby", given is null ? own : $"{own} {given}");
        }
    }

    private string Name => ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
}

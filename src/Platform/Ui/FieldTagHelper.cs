using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace UnionHall.Platform.Ui;

/// <summary>
/// Label, control, hint, and the error in place of the hint:
/// &lt;field for="Form.Phone" label="手机号" hint="只用来办这件事" optional&gt;&lt;input asp-for="Form.Phone" autocomplete="tel"&gt;&lt;/field&gt;.
/// With group it is a fieldset with a legend, for radios and checkboxes.
/// </summary>
[HtmlTargetElement("field", Attributes = "for,label")]
public sealed class FieldTagHelper : TagHelper
{
    public ModelExpression For { get; set; } = null!;

    public string Label { get; set; } = "";

    /// <summary>One sentence that helps to fill it in.</summary>
    public string? Hint { get; set; }

    /// <summary>Adds 可以不填 to the label: the optional is marked, not the required.</summary>
    public bool Optional { get; set; }

    /// <summary>Several controls under one question.</summary>
    public bool Group { get; set; }

    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    internal string Id { get; private set; } = "";

    internal ModelError? Error { get; private set; }

    /// <summary>The id of what describes the control, or null.</summary>
    internal string? DescribedBy => Error is not null ? FieldErrorTagHelper.IdOf(Id) : Hint is not null ? Id + "_hint" : null;

    public override void Init(TagHelperContext context)
    {
        var name = ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        Id = TagBuilder.CreateSanitizedId(name, "_");
        Error = ViewContext.ModelState.TryGetValue(name, out var field) ? field.Errors.FirstOrDefault() : null;
        context.Items[typeof(FieldTagHelper)] = this;
    }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var controls = await output.GetChildContentAsync();
        output.TagMode = TagMode.StartTagAndEndTag;
        output.TagName = Group ? "fieldset" : "div";
        output.Attributes.SetAttribute("class", "uh-field");
        if (Group)
        {
            output.Attributes.SetAttribute("id", Id);
            output.Attributes.SetAttribute("tabindex", "-1");
            if (DescribedBy is { } described)
            {
                output.Attributes.SetAttribute("aria-describedby", described);
            }
        }

        output.Content.AppendHtml(LabelTag()).AppendHtml(controls).AppendHtml(Below());
    }

    private TagBuilder LabelTag()
    {
        var label = new TagBuilder(Group ? "legend" : "label");
        label.AddCssClass("form-label");
        if (!Group)
        {
            label.Attributes["for"] = Id;
        }

        label.InnerHtml.Append(Label);
        if (Optional)
        {
            label.InnerHtml.AppendHtml(" <small>可以不填</small>");
        }

        return label;
    }

    private TagBuilder? Below()
    {
        if (Error is not null)
        {
            return FieldErrorTagHelper.Sentence(Id, Error.ErrorMessage);
        }

        if (Hint is null)
        {
            return null;
        }

        var hint = new TagBuilder("p") { Attributes = { ["class"] = "form-hint", ["id"] = Id + "_hint" } };
        hint.InnerHtml.Append(Hint);
        return hint;
    }
}

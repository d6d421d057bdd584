using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace UnionHall.Platform.Ui;

/// <summary>
/// &lt;empty title="都办完了" text="下一件 9月21日 周一到期。" icon="inbox" action="去派单台" href="/desk/dispatch" /&gt;:
/// what is so, when it changes, one thing to do. More buttons may stand between the tags.
/// </summary>
[HtmlTargetElement("empty", Attributes = "title")]
public sealed class EmptyTagHelper : TagHelper
{
    public string Title { get; set; } = "";

    public string? Text { get; set; }

    public string? Icon { get; set; }

    /// <summary>The words of the button.</summary>
    public string? Action { get; set; }

    public string? Href { get; set; }

    /// <summary>btn-primary or btn-say; plain when left out.</summary>
    public string? Kind { get; set; }

    /// <summary>1 where this is the whole page, else 2.</summary>
    public int Level { get; set; } = 2;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var more = await output.GetChildContentAsync();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "card uh-empty");
        if (Icon is not null)
        {
            output.Content.AppendHtml(Icons.Html(Icon, "uh-i pic"));
        }

        output.Content.AppendHtml(Tag(Level == 1 ? "h1" : "h2", Title));
        if (Text is not null)
        {
            output.Content.AppendHtml(Tag("p", Text));
        }

        if (Action is not null && Href is not null)
        {
            var button = Tag("a", Action);
            button.Attributes["class"] = $"btn {Kind}".TrimEnd();
            button.Attributes["href"] = Href;
            output.Content.AppendHtml(button);
        }

        output.Content.AppendHtml(more);
    }

    private static TagBuilder Tag(string name, string text)
    {
        var tag = new TagBuilder(name);
        tag.InnerHtml.Append(text);
        return tag;
    }
}

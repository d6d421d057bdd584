using AngleSharp.Html.Dom;
using UnionHall.Testing;

namespace UnionHall.Requests.Tests;

/// <summary>What someone with developer tools does to a page before pressing the button.</summary>
internal static class PageChanges
{
    /// <summary>Gives every control of this name the value.</summary>
    public static PageAnswer WithValue(this PageAnswer page, string name, string value)
    {
        foreach (var control in page.Document.QuerySelectorAll($"[name='{name}']").OfType<IHtmlInputElement>())
        {
            (control.Value, control.IsChecked) = (value, control.Type != "radio" || control == page.Document.QuerySelector($"[name='{name}']"));
        }

        return page;
    }

    /// <summary>Sends the page's posting forms elsewhere.</summary>
    public static PageAnswer WithAction(this PageAnswer page, string address)
    {
        foreach (var form in page.Document.QuerySelectorAll("main form"))
        {
            form.SetAttribute("action", address);
        }

        return page;
    }
}

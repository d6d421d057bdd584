using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace UnionHall.Testing;

/// <summary>A form as a browser would send it after someone filled some fields and pressed a button.</summary>
internal sealed class FilledForm
{
    private readonly List<KeyValuePair<string, string>> fields = [];
    private readonly List<(string Field, string Name, byte[] Content)> files = [];
    private string action = string.Empty;
    private bool isGet;
    private bool isMultipart;

    public static FilledForm Of(PageAnswer page, string button, IEnumerable<(string Label, string Value)> values)
    {
        var pressed = page.FindButton(button) ?? throw new InvalidOperationException($"No button says “{button}” on {page.Path}: {page.Text}");
        var form = Owner(page, pressed);
        foreach (var (label, value) in values)
        {
            Fill(form, label, value);
        }

        var filled = new FilledForm
        {
            action = pressed.GetAttribute("formaction") ?? form.GetAttribute("action") ?? string.Empty,
            isGet = !string.Equals(form.GetAttribute("method"), "post", StringComparison.OrdinalIgnoreCase),
            isMultipart = form.GetAttribute("enctype") == "multipart/form-data",
        };
        filled.Collect(page, form);
        if (pressed.GetAttribute("name") is { } name)
        {
            filled.fields.Add(KeyValuePair.Create(name, pressed.GetAttribute("value") ?? string.Empty));
        }

        return filled;
    }

    /// <summary>Chooses a file in a field.</summary>
    public void Choose(string field, string name, byte[] content) => files.Add((field, name, content));

    public HttpRequestMessage ToRequest(Uri page)
    {
        var target = new Uri(page, action.Length == 0 ? page.PathAndQuery : action);
        if (isGet)
        {
            var query = string.Join('&', fields.Select(field => $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value)}"));
            return new HttpRequestMessage(HttpMethod.Get, new UriBuilder(target) { Query = query }.Uri);
        }

        return new HttpRequestMessage(HttpMethod.Post, target) { Content = isMultipart ? Multipart() : new FormUrlEncodedContent(fields) };
    }

    private MultipartFormDataContent Multipart()
    {
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            content.Add(new StringContent(value), name);
        }

        foreach (var (field, name, bytes) in files)
        {
            content.Add(new ByteArrayContent(bytes), field, name);
        }

        return content;
    }

    private static IElement Owner(PageAnswer page, IElement pressed) =>
        (pressed.GetAttribute("form") is { } id ? page.Document.GetElementById(id) : pressed.Closest("form"))
        ?? throw new InvalidOperationException("The button stands in no form.");

    private static void Fill(IElement form, string label, string value)
    {
        switch (PageAnswer.FindField(form, label) ?? throw new InvalidOperationException($"No field of the form is labelled “{label}”."))
        {
            case IHtmlInputElement { Type: "radio" or "checkbox" } tick:
                tick.IsChecked = value is not ("" or "false");
                Untick(form, tick);
                break;
            case IHtmlInputElement input:
                input.Value = value;
                break;
            case IHtmlTextAreaElement area:
                area.Value = value;
                break;
            case IHtmlSelectElement select:
                var option = select.Options.FirstOrDefault(option => option.Value == value || option.Text.Trim() == value)
                    ?? throw new InvalidOperationException($"“{label}” has no option “{value}”.");
                select.Value = option.Value;
                break;
        }
    }

    private static void Untick(IElement form, IHtmlInputElement chosen)
    {
        if (chosen.Type != "radio")
        {
            return;
        }

        foreach (var other in form.QuerySelectorAll("input[type=radio]").OfType<IHtmlInputElement>().Where(other => other.Name == chosen.Name && other != chosen))
        {
            other.IsChecked = false;
        }
    }

    private void Collect(PageAnswer page, IElement form)
    {
        var outside = form.Id is { Length: > 0 } id ? page.Document.QuerySelectorAll($"[form='{id}']").AsEnumerable() : [];
        foreach (var element in form.QuerySelectorAll("input, select, textarea").Concat(outside))
        {
            if (element.GetAttribute("name") is not { Length: > 0 } name || element.HasAttribute("disabled") || Value(element) is not { } value)
            {
                continue;
            }

            fields.Add(KeyValuePair.Create(name, value));
        }
    }

    private static string? Value(IElement element) => element switch
    {
        IHtmlInputElement { Type: "submit" or "button" or "file" } => null,
        IHtmlInputElement { Type: "radio" or "checkbox", IsChecked: false } => null,
        IHtmlInputElement input => input.Value,
        IHtmlTextAreaElement area => area.Value,
        IHtmlSelectElement select => select.Value ?? string.Empty,
        _ => null,
    };
}

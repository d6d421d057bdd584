using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Platform.Security;
using UnionHall.Platform.Settings;
using UnionHall.Platform.Ui;
using UnionHall.Requests.Domain;
using UnionHall.Requests.Intake;
using UnionHall.Requests.Settings;
using UnionHall.Requests.Templates;

namespace UnionHall.Requests.ChangeTemplate;

/// <summary>A template of the union: a new one, another text, or its end.</summary>
[Needs(Permission.ManageSettings)]
internal sealed class ChangeTemplatePage(
    ChangeTemplateHandler handler, TemplateBook book, ServiceCatalogue catalogue, SettingLog log, ICurrentActor current, TimeProvider clock) : PageModel
{
    [BindProperty]
    public ChangeTemplateForm Form { get; set; } = new();

    /// <summary>What it goes on from; null for a new one.</summary>
    public DatedRow<ReplyTemplate>? Row { get; private set; }

    public DateOnly Today => book.Today;

    public TemplateFields Fields { get; private set; } = null!;

    public SettingHistory History { get; private set; } = null!;

    /// <param name="template">The code of the template to change.</param>
    public async Task<IActionResult> OnGetAsync(string? template, CancellationToken stop)
    {
        Form.Template = template;
        Form.From = book.Today;
        if (template is not null && await book.FindAsync(template, stop) is null)
        {
            return NotFound();
        }

        await ShowAsync(stop);
        if (Row is { } row)
        {
            Form.Show(row.Latest.Text);
            (Form.Version, Form.Ends) = (row.Latest.Id, !row.Latest.IsUsed);
        }

        return Page();
    }

    /// <summary>Shows it filled, changes nothing.</summary>
    public async Task<IActionResult> OnPostLookAsync(CancellationToken stop)
    {
        foreach (var refusal in (await Form.ReadAsync(catalogue, book.Today, stop)).Refused)
        {
            ModelState.Add(refusal);
        }

        await ShowAsync(stop);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        foreach (var refusal in ModelState.IsValid ? await handler.HandleAsync(await current.GetAsync(stop), Form, stop) : [])
        {
            ModelState.Add(refusal);
        }

        if (ModelState.IsValid)
        {
            TempData.Say($"从 {Form.From:yyyy-MM-dd} 起{(Form.Ends ? "停用" : "按这个用")}。");
            return LocalRedirect("/admin/templates");
        }

        await ShowAsync(stop);
        return Page();
    }

    private async Task ShowAsync(CancellationToken stop)
    {
        Row = Form.Template is { } code ? await book.FindAsync(code, stop) : null;
        Fields = new TemplateFields(Form, await catalogue.ListAsync(stop));
        History = new SettingHistory(Row is null ? [] : await log.ListAsync(TemplateBook.Area, Row.Shown.Code, stop), clock.GetUtcNow());
    }
}

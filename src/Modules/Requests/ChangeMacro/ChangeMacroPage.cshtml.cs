using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Platform.Security;
using UnionHall.Platform.Settings;
using UnionHall.Platform.Ui;
using UnionHall.Requests.Domain;
using UnionHall.Requests.Macros;
using UnionHall.Requests.Settings;

namespace UnionHall.Requests.ChangeMacro;

/// <summary>A macro: a new one, other steps, or its end.</summary>
[Needs(Permission.ManageSettings)]
internal sealed class ChangeMacroPage(ChangeMacroHandler handler, MacroBook book, SettingLog log, ICurrentActor current, TimeProvider clock) : PageModel
{
    [BindProperty]
    public ChangeMacroForm Form { get; set; } = new();

    public DatedRow<Macro>? Row { get; private set; }

    public SettingHistory History { get; private set; } = null!;

    /// <param name="macro">The code of the one to change.</param>
    public async Task<IActionResult> OnGetAsync(string? macro, CancellationToken stop)
    {
        Form.Macro = macro;
        await ShowAsync(stop);
        if (macro is not null && Row is null)
        {
            return NotFound();
        }

        if (Row is { } row)
        {
            Form.Show(row.Latest);
        }

        Form.From = book.Today;
        AddBlanks();
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
            TempData.Say($"从 {Form.From:yyyy-MM-dd} 起{(Form.Ends ? "停用" : "按这个办")}。");
            return LocalRedirect("/admin/macros");
        }

        await ShowAsync(stop);
        AddBlanks();
        return Page();
    }

    private void AddBlanks()
    {
        while (Form.Steps.Count < ChangeMacroForm.StepsMost)
        {
            Form.Steps.Add(new StepForm());
        }
    }

    private async Task ShowAsync(CancellationToken stop)
    {
        Row = (await book.ListAsync(stop)).FirstOrDefault(row => row.Shown.Code == Form.Macro);
        History = new SettingHistory(Row is null ? [] : await log.ListAsync(MacroBook.Area, Row.Shown.Code, stop), clock.GetUtcNow());
    }
}

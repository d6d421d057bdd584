using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Platform.Security;
using UnionHall.Platform.Settings;
using UnionHall.Platform.Ui;

namespace UnionHall.Platform.Time.ImportHolidays;

internal sealed class ImportHolidaysForm
{
    public IFormFile? File { get; set; }

    public string? Basis { get; set; }

    /// <summary>What was read from the file: what is looked through is what is imported.</summary>
    public string? Text { get; set; }

    public string? FileName { get; set; }
}

[Needs(Permission.ManageSettings)]
internal sealed class ImportHolidaysPage(ImportHolidaysHandler handler, HolidayPlanning planning, ICurrentActor current) : PageModel
{
    [BindProperty]
    public ImportHolidaysForm Form { get; set; } = new();

    public HolidayPlan? Plan { get; private set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        await LookAsync(stop);
        return Page();
    }

    public async Task<IActionResult> OnPostApplyAsync(CancellationToken stop)
    {
        // A file chosen at the last moment has not been looked through yet.
        if (Form.File is not null || !await LookAsync(stop))
        {
            return Form.File is null ? Page() : await OnPostAsync(stop);
        }

        var imported = await handler.HandleAsync(await current.GetAsync(stop), Form.Text!, Form.Basis, stop);
        if (imported.Refusal is { } refusal)
        {
            ModelState.Add(refusal);
            return Page();
        }

        TempData.Say($"{string.Join('、', imported.Value!.Years)} 年的放假安排导入好了，改动 {imported.Value.Changes.Count} 天。");
        return LocalRedirect("/admin/calendar");
    }

    private async Task<bool> LookAsync(CancellationToken stop)
    {
        if (Basis.Read(Form.Basis).Refusal is { } without)
        {
            ModelState.Add(without);
        }

        if (await TextAsync(stop) is not { } text)
        {
            return false;
        }

        (Form.Text, Form.FileName) = (text, Form.File?.FileName ?? Form.FileName);
        ModelState.Remove("Form.Text");
        ModelState.Remove("Form.FileName");
        var planned = await planning.PlanAsync(text, stop);
        if (planned.Refusal is { } refusal)
        {
            ModelState.Add(refusal);
        }

        Plan = planned.Value;
        return ModelState.IsValid;
    }

    private async Task<string?> TextAsync(CancellationToken stop)
    {
        if (Form.File is null)
        {
            if (string.IsNullOrEmpty(Form.Text))
            {
                ModelState.AddModelError("Form.File", "选一个文件。");
            }

            return Form.Text;
        }

        using var content = new MemoryStream();
        await Form.File.CopyToAsync(content, stop);
        var read = HolidayText.Read(content.ToArray());
        if (read.Refusal is { } refusal)
        {
            ModelState.Add(refusal);
        }

        return read.Value;
    }
}

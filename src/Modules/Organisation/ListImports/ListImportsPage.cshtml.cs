using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Organisation.Imports;
using UnionHall.Organisation.RunImport;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;
using UnionHall.Platform.Ui;

namespace UnionHall.Organisation.ListImports;

internal sealed class ImportForm
{
    [Required(ErrorMessage = "选一下文件里是什么。")]
    public string? Kind { get; set; }

    [Required(ErrorMessage = "选一个文件。")]
    public IFormFile? File { get; set; }

    [Required(ErrorMessage = "日期还没填。")]
    public DateOnly? From { get; set; }
}

/// <summary>Open to whoever may import something; each kind asks for its own permission.</summary>
[RequestSizeLimit(RunImportHandler.MostBytes + (1 << 20))]
internal sealed class ListImportsPage(ImportShelf shelf, ICurrentActor current, RunImportHandler handler, TimeProvider clock) : PageModel
{
    [BindProperty]
    public ImportForm Form { get; set; } = new();

    public DateTimeOffset Now => clock.GetUtcNow();

    public IReadOnlyList<IImportSheet> Sheets { get; private set; } = [];

    public IReadOnlyList<ImportBatch> Batches { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        Form.From = ChinaTime.Today(clock);
        return await ShowAsync(stop) is null ? Forbid() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (await ShowAsync(stop) is not { } actor)
        {
            return Forbid();
        }

        if (!ModelState.IsValid || ImportKinds.Parse(Form.Kind) is not { } kind)
        {
            return Page();
        }

        using var content = new MemoryStream();
        await Form.File!.CopyToAsync(content, stop);
        var uploaded = await handler.UploadAsync(actor, kind, Form.File.FileName, content.ToArray(), Form.From!.Value, stop);
        if (uploaded.Refusal is { } refusal)
        {
            ModelState.Add(refusal);
            return Page();
        }

        return LocalRedirect($"/admin/imports/{uploaded.Value}");
    }

    private async Task<Actor?> ShowAsync(CancellationToken stop)
    {
        var actor = await current.GetAsync(stop);
        Sheets = shelf.SheetsFor(actor);
        Form.Kind ??= Sheets.Count > 0 ? Sheets[0].Kind.Code() : null;
        Batches = await shelf.RecentAsync(actor, stop);
        return Sheets.Count == 0 ? null : actor;
    }
}

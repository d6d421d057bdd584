using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Organisation.Imports;
using UnionHall.Organisation.Parts;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Platform.Ui;

namespace UnionHall.Organisation.RunImport;

/// <summary>One uploaded file: what it would do, or what it did. Who may see it is said by <see cref="ImportShelf"/>.</summary>
internal sealed class RunImportPage(ImportShelf shelf, ICurrentActor current, RunImportHandler handler, TimeProvider clock) : PageModel
{
    public const int Shown = 200;

    [BindProperty]
    public string? Seen { get; set; }

    public DateTimeOffset Now => clock.GetUtcNow();

    public ImportBatch Batch { get; private set; } = null!;

    public ImportPlan? Plan { get; private set; }

    public IReadOnlyList<ImportError> Errors => [.. Plan!.Rows.SelectMany(row => row.Errors).Take(Shown)];

    public IReadOnlyList<ImportRow> Changed => [.. Plan!.Rows.Where(row => row.Outcome is RowOutcome.Added or RowOutcome.Changed).Take(Shown)];

    public string SeenToken => SeenMark.Of(Plan!.Outcome() with { Errors = [] });

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) => await ShowAsync(id, stop) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (await ShowAsync(id, stop) is not { } actor)
        {
            return NotFound();
        }

        if (Plan is null || Seen != SeenToken)
        {
            ModelState.AddModelError("", Plan is null ? "这个文件已经导入过了。" : "您看过之后，系统里的又变了。请再看一遍下面的改动。");
            return Page();
        }

        Result<ImportPlan> applied = await handler.ApplyAsync(actor, id, stop);
        if (applied.Refusal is { } refusal)
        {
            ModelState.AddModelError("", refusal.Sentence);
            return Page();
        }

        TempData.Say($"导入好了：新增 {SpokenNumber.Of(applied.Value!.Count(RowOutcome.Added))}，改动 {SpokenNumber.Of(applied.Value.Count(RowOutcome.Changed))}。");
        return LocalRedirect($"/admin/imports/{id}");
    }

    private async Task<Actor?> ShowAsync(Guid id, CancellationToken stop)
    {
        var actor = await current.GetAsync(stop);
        if (await shelf.FindAsync(actor, id, stop) is not { } batch)
        {
            return null;
        }

        Batch = batch;
        if (batch.AppliedAt is null)
        {
            Plan = (await handler.PreviewAsync(actor, batch, stop)).Value;
        }

        return actor;
    }
}

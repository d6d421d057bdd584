using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Organisation.Imports;
using UnionHall.Platform.Security;
using UnionHall.Platform.Ui;

namespace UnionHall.Organisation.RollBackImport;

/// <summary>Asks before an import is taken back. Who may is said by <see cref="ImportShelf"/> and the handler.</summary>
internal sealed class RollBackImportPage(ImportShelf shelf, ICurrentActor current, RollBackImportHandler handler) : PageModel
{
    [BindProperty, Required(ErrorMessage = "写一下为什么退回。"), StringLength(200)]
    public string? Reason { get; set; }

    public ImportBatch Batch { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) => await FindAsync(id, stop) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (await FindAsync(id, stop) is not { } actor)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        if ((await handler.HandleAsync(actor, id, Reason, stop)).Refusal is { } refusal)
        {
            ModelState.AddModelError("", refusal.Sentence);
            return Page();
        }

        TempData.Say("整批退回了，一切如导入之前。");
        return LocalRedirect($"/admin/imports/{id}");
    }

    private async Task<Actor?> FindAsync(Guid id, CancellationToken stop)
    {
        var actor = await current.GetAsync(stop);
        var batch = await shelf.FindAsync(actor, id, stop);
        Batch = batch!;
        return batch is { AppliedAt: not null } ? actor : null;
    }
}

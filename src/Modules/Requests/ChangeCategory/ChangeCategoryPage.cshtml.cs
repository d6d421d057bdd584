using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Platform.Settings;
using UnionHall.Platform.Ui;
using UnionHall.Requests.Catalogue;
using UnionHall.Requests.Domain;
using UnionHall.Requests.MoveCategory;

namespace UnionHall.Requests.ChangeCategory;

internal sealed class ChangeCategoryForm
{
    public string? Name { get; set; }

    public bool IsUsed { get; set; }

    public string? Basis { get; set; }
}

[Needs(Permission.ManageSettings)]
internal sealed class ChangeCategoryPage(
    CatalogueBook book, ChangeCategoryHandler handler, MoveCategoryHandler mover, SettingLog log, ICurrentActor current, TimeProvider clock) : PageModel
{
    [BindProperty]
    public ChangeCategoryForm Form { get; set; } = new();

    public Category Category { get; private set; } = null!;

    public SettingHistory History { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken stop)
    {
        if (!await ShowAsync(code, stop))
        {
            return NotFound();
        }

        Form = new ChangeCategoryForm { Name = Category.Name, IsUsed = Category.IsUsed(book.Today) };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken stop)
    {
        if (!await ShowAsync(code, stop))
        {
            return NotFound();
        }

        return Answer(await handler.HandleAsync(await current.GetAsync(stop), code, Form, stop), $"类别“{Form.Name}”改好了。", "/admin/services");
    }

    public async Task<IActionResult> OnPostMoveAsync(string code, bool up, CancellationToken stop)
    {
        if (!await ShowAsync(code, stop))
        {
            return NotFound();
        }

        ModelState.Clear();
        Form = new ChangeCategoryForm { Name = Category.Name, IsUsed = Category.IsUsed(book.Today) };
        var moved = await mover.HandleAsync(await current.GetAsync(stop), code, up, stop);
        return Answer(moved.Refusal is { } refusal ? [refusal] : [], "顺序改好了。", $"/admin/categories/{code}");
    }

    private IActionResult Answer(IReadOnlyList<Refusal> refused, string said, string address)
    {
        foreach (var refusal in refused)
        {
            ModelState.Add(refusal);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        TempData.Say(said);
        return LocalRedirect(address);
    }

    private async Task<bool> ShowAsync(string code, CancellationToken stop)
    {
        if ((await book.CategoriesAsync(stop)).Find(row => row.Code == code) is not { } found)
        {
            return false;
        }

        (Category, History) = (found, new SettingHistory(await log.ListAsync(CatalogueBook.CategoryArea, code, stop), clock.GetUtcNow()));
        return true;
    }
}

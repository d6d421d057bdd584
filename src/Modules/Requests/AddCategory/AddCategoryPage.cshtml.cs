using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Platform.Security;
using UnionHall.Platform.Ui;
using UnionHall.Requests.Catalogue;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.AddCategory;

internal sealed class AddCategoryForm
{
    public string? Name { get; set; }

    /// <summary>The code of a top category; none makes one.</summary>
    public string? Parent { get; set; }

    public string? Basis { get; set; }
}

[Needs(Permission.ManageSettings)]
internal sealed class AddCategoryPage(CatalogueBook book, AddCategoryHandler handler, ICurrentActor current) : PageModel
{
    [BindProperty]
    public AddCategoryForm Form { get; set; } = new();

    public IReadOnlyList<Category> Tops { get; private set; } = [];

    public Task OnGetAsync(CancellationToken stop) => ShowAsync(stop);

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var refused = await handler.HandleAsync(await current.GetAsync(stop), Form, stop);
        foreach (var refusal in refused)
        {
            ModelState.Add(refusal);
        }

        if (!ModelState.IsValid)
        {
            await ShowAsync(stop);
            return Page();
        }

        TempData.Say($"类别“{Form.Name}”加好了。");
        return LocalRedirect("/admin/services");
    }

    private async Task ShowAsync(CancellationToken stop) =>
        Tops = [.. (await book.CategoriesAsync(stop)).Where(row => row.ParentCode is null && row.IsUsed(book.Today))];
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Platform.Security;
using UnionHall.Platform.Ui;
using UnionHall.Requests.Catalogue;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.RetireService;

internal sealed class RetireServiceForm
{
    public DateOnly? From { get; set; }

    public string? Basis { get; set; }
}

[Needs(Permission.ManageSettings)]
internal sealed class RetireServicePage(CatalogueBook book, RetireServiceHandler handler, ICurrentActor current) : PageModel
{
    [BindProperty]
    public RetireServiceForm Form { get; set; } = new();

    [FromRoute]
    public string Code { get; set; } = "";

    public string Name { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        Form.From = book.Today;
        return await FindAsync(stop) is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (await FindAsync(stop) is null)
        {
            return NotFound();
        }

        var refused = ModelState.IsValid ? await handler.HandleAsync(await current.GetAsync(stop), Code, Form, stop) : [];
        foreach (var refusal in refused)
        {
            ModelState.Add(refusal);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        TempData.Say($"“{Name}”从 {Form.From:yyyy-MM-dd} 起停用。");
        return LocalRedirect("/admin/services");
    }

    private async Task<ServiceVersions?> FindAsync(CancellationToken stop)
    {
        var versions = await book.FindAsync(Code, stop);
        Name = versions?.Latest.Name ?? "";
        return versions;
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Platform.Security;
using UnionHall.Platform.Ui;
using UnionHall.Requests.Intake;
using UnionHall.Requests.Templates;

namespace UnionHall.Requests.KeepOwnTemplate;

/// <summary>A template of one's own.</summary>
[Needs(Permission.HandleRequests)]
internal sealed class KeepOwnTemplatePage(KeepOwnTemplateHandler handler, TemplateBook book, ServiceCatalogue catalogue, ICurrentActor current) : PageModel
{
    [BindProperty]
    public KeepOwnTemplateForm Form { get; set; } = new();

    public TemplateFields Fields { get; private set; } = null!;

    /// <param name="template">The one to change.</param>
    public async Task<IActionResult> OnGetAsync(Guid? template, CancellationToken stop)
    {
        if (template is { } id)
        {
            if ((await current.GetAsync(stop)).Account is not { } account || (await book.OwnAsync(account, stop)).Find(row => row.Id == id) is not { } found)
            {
                return NotFound();
            }

            Form.Show(found.Text);
            Form.Template = id;
        }

        return await ShowAsync(stop);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        foreach (var refusal in ModelState.IsValid ? await handler.HandleAsync(await current.GetAsync(stop), Form, stop) : [])
        {
            ModelState.Add(refusal);
        }

        return ModelState.IsValid ? Done("存下了。") : await ShowAsync(stop);
    }

    public async Task<IActionResult> OnPostForgetAsync(CancellationToken stop)
    {
        if (Form.Template is { } template)
        {
            await handler.ForgetAsync(await current.GetAsync(stop), template, stop);
        }

        return Done("删掉了。");
    }

    private LocalRedirectResult Done(string said)
    {
        TempData.Say(said);
        return LocalRedirect("/desk/templates");
    }

    private async Task<IActionResult> ShowAsync(CancellationToken stop)
    {
        Fields = new TemplateFields(Form, await catalogue.ListAsync(stop));
        return Page();
    }
}

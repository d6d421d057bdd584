using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Platform.Security;
using UnionHall.Requests.Domain;
using UnionHall.Requests.Macros;

namespace UnionHall.Requests.RunMacro;

internal sealed class RunMacroForm
{
    public const int Most = 50;

    public List<string> Requests { get; set; } = [];

    /// <summary>The code of a macro; none: the page asks for it.</summary>
    public string? Macro { get; set; }
}

/// <summary>一键办理: chooses a macro for one or many requests and tells what became of each.</summary>
[Needs(Permission.ReadRequests)]
internal sealed class RunMacroPage(RunMacroHandler handler, MacroBook book, ICurrentActor current) : PageModel
{
    [BindProperty]
    public RunMacroForm Form { get; set; } = new();

    public IReadOnlyList<Macro> Macros { get; private set; } = [];

    public Macro? Ran { get; private set; }

    public IReadOnlyList<MacroOutcome> Outcomes { get; private set; } = [];

    /// <param name="request">The request of the case page.</param>
    public async Task<IActionResult> OnGetAsync(string? request, CancellationToken stop)
    {
        Form.Requests = request is null ? [] : [request];
        return Form.Requests.Count == 0 ? LocalRedirect("/desk/requests") : await ShowAsync(stop);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var chosen = Form.Requests.Where(one => one is not null).Take(RunMacroForm.Most).ToList();
        if (chosen.Count == 0)
        {
            return LocalRedirect("/desk/requests");
        }

        if (Form.Macro is { } code)
        {
            Ran = (await book.InForceAsync(stop)).FirstOrDefault(macro => macro.Code == code);
            if (Ran is null)
            {
                ModelState.AddModelError("Form.Macro", "这一套现在不用了，换一个。");
            }
            else
            {
                Outcomes = await handler.HandleAsync(await current.GetAsync(stop), Ran, chosen, stop);
            }
        }

        return await ShowAsync(stop);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken stop)
    {
        Macros = await book.InForceAsync(stop);
        return Page();
    }
}

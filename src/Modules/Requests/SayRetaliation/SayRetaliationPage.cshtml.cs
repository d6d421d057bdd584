using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Platform.Security;
using UnionHall.Platform.Ui;

namespace UnionHall.Requests.SayRetaliation;

internal sealed class SayRetaliationForm
{
    /// <summary>no or yes.</summary>
    public string? Answer { get; set; }

    public string? Words { get; set; }
}

/// <summary>问您一句: asked of the worker some time after his complaint or report has ended.</summary>
[ResponseCache(NoStore = true)]
internal sealed class SayRetaliationPage(SayRetaliationHandler handler, ICurrentActor actors) : PageModel
{
    [BindProperty]
    public SayRetaliationForm Form { get; set; } = new();

    public bool IsAsked { get; private set; }

    public Task<IActionResult> OnGetAsync(string reference, CancellationToken stop) => ShowAsync(reference, stop);

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken stop)
    {
        var said = await handler.HandleAsync(await actors.GetAsync(stop), reference, Form.Answer, Form.Words, stop);
        if (said.Refusal is not { } refusal)
        {
            TempData.Say("记下了，谢谢您");
            return LocalRedirect(said.Value!);
        }

        ModelState.Add(refusal);
        return await ShowAsync(reference, stop);
    }

    private async Task<IActionResult> ShowAsync(string reference, CancellationToken stop)
    {
        IsAsked = await handler.FindAsync(await actors.GetAsync(stop), reference, stop) is not null;
        return IsAsked ? Page() : LocalRedirect(Following.WorkerDesk.DoorOf(reference));
    }
}

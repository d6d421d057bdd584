using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Platform.Security;
using UnionHall.Platform.Ui;

namespace UnionHall.Messaging.SendMail.SendTestMail;

/// <summary>发一封试试.</summary>
[Needs(Permission.ManageSettings)]
internal sealed class SendTestMailPage(SendTestMailHandler handler, ICurrentActor current) : PageModel
{
    [BindProperty]
    public SendTestMailForm Form { get; set; } = new();

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var sent = ModelState.IsValid ? await handler.HandleAsync(await current.GetAsync(stop), Form, stop) : Platform.Result.Done;
        if (sent.Refusal is { } refusal)
        {
            ModelState.Add(refusal);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        TempData.Say("服务器收下了。到那个信箱里看看，也看看垃圾邮件里有没有。");
        return LocalRedirect("/admin/mail");
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Platform.Security;
using UnionHall.Platform.Ui;
using UnionHall.Requests.SaveView;

namespace UnionHall.Requests.ForgetView;

[Needs(Permission.ReadRequests)]
internal sealed class ForgetViewPage(SaveViewHandler handler, ICurrentActor current) : PageModel
{
    public IActionResult OnGet() => LocalRedirect("/desk/requests");

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        await handler.ForgetAsync(await current.GetAsync(stop), id, stop);
        TempData.Say("这个视图删掉了，里面的诉求都还在。");
        return LocalRedirect("/desk/requests");
    }
}

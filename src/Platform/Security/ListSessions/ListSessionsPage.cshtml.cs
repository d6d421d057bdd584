using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Platform.Security.Sessions;
using UnionHall.Platform.Ui;

namespace UnionHall.Platform.Security.ListSessions;

[Authorize]
internal sealed class ListSessionsPage(SessionRegister sessions, EndSessionHandler handler, ICurrentActor current) : PageModel
{
    public IReadOnlyList<Session> Open { get; private set; } = [];

    public Guid Here => State.Id;

    public async Task OnGetAsync(CancellationToken stop) => Open = await sessions.OpenAsync(State.Account, State.Kind, stop);

    public async Task<IActionResult> OnPostEndAsync(Guid id, CancellationToken stop)
    {
        var ended = await handler.OneAsync(await current.GetAsync(stop), State.Account, id, stop);
        TempData.Say(ended ? "那台设备已经退出。" : "那台设备早就退出了。");
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostEndOthersAsync(CancellationToken stop)
    {
        await handler.OthersAsync(await current.GetAsync(stop), State.Account, State.Id, stop);
        TempData.Say("别的设备都已退出。");
        return RedirectToPage();
    }

    private SessionState State => SessionState.Of(HttpContext);
}

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace UnionHall.Platform.Security.AccessDenied;

/// <summary>Shown in place of a page that this actor may not open.</summary>
[AllowAnonymous, IgnoreAntiforgeryToken]
internal sealed class AccessDeniedPage(ICurrentActor current) : PageModel
{
    public Actor Actor { get; private set; } = Actor.Visitor(address: null);

    public Task OnGetAsync(CancellationToken stop) => ShowAsync(stop);

    public Task OnPostAsync(CancellationToken stop) => ShowAsync(stop);

    private async Task ShowAsync(CancellationToken stop)
    {
        Actor = await current.GetAsync(stop);
        Response.StatusCode = StatusCodes.Status403Forbidden;
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Platform.Security;

namespace UnionHall.Requests.ListDeferred;

/// <summary>挂账: what cannot be solved now, by the day it is looked at again.</summary>
[Needs(Permission.ReadRequests)]
internal sealed class ListDeferredPage(DeferredQuery query, ICurrentActor current) : PageModel
{
    /// <summary>The review date and key after which the page begins.</summary>
    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public DeferredList List { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken stop) => List = await query.ListAsync(await current.GetAsync(stop), After, stop);
}

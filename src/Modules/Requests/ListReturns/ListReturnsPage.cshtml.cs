using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Platform.Security;

namespace UnionHall.Requests.ListReturns;

/// <summary>退单: objections that wait for this reader's decision, oldest first.</summary>
[Needs(Permission.DispatchRequests)]
internal sealed class ListReturnsPage(ReturnQuery query, ICurrentActor current) : PageModel
{
    /// <summary>The moment from which the page begins.</summary>
    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public ReturnList List { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken stop) => List = await query.ListAsync(await current.GetAsync(stop), After, stop);
}

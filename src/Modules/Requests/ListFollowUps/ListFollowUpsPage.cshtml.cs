using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Platform.Security;
using UnionHall.Requests.Calling;
using UnionHall.Requests.Data;

namespace UnionHall.Requests.ListFollowUps;

/// <summary>回访: whom to ask, the nearest due first.</summary>
[Needs(Permission.CallFollowUps)]
internal sealed class ListFollowUpsPage(CallList list, ICurrentActor current) : PageModel
{
    /// <summary>now, later, own or ended.</summary>
    [BindProperty(SupportsGet = true)]
    public string? View { get; set; }

    /// <summary>Where the page before ended.</summary>
    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public CallPage List { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken stop) => List = await list.ListAsync(await current.GetAsync(stop), CallList.ViewOf(View), TimeCursor.Read(After), stop);
}

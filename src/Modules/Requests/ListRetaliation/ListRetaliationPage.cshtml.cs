using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Platform.Security;
using UnionHall.Requests.Retaliation;

namespace UnionHall.Requests.ListRetaliation;

/// <summary>有没有被为难: whom to ask after a complaint or report has ended.</summary>
[Needs(Permission.CallFollowUps)]
internal sealed class ListRetaliationPage(CheckList list, ICurrentActor current, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? View { get; set; }

    public string Shown => CheckList.ViewOf(View);

    public IReadOnlyList<CheckRow> Rows { get; private set; } = [];

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public async Task OnGetAsync(CancellationToken stop) => Rows = await list.ListAsync(await current.GetAsync(stop), Shown, stop);
}

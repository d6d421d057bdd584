using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Platform.Security;

namespace UnionHall.Requests.ListRequests;

[Needs(Permission.ReadRequests)]
internal sealed class ListRequestsPage(InboxQuery inbox, FilterChoices choices, ICurrentActor current) : PageModel
{
    public InboxFilter Filter { get; private set; } = new();

    public InboxPage List { get; private set; } = null!;

    public Actor Actor { get; private set; } = null!;

    public IReadOnlyList<(string Text, string Without)> Chips { get; private set; } = [];

    public FilterFields Fields { get; private set; } = null!;

    /// <param name="row">The reference of the row whose words stand beside the list.</param>
    public async Task OnGetAsync([FromQuery] string? row, CancellationToken stop)
    {
        Actor = await current.GetAsync(stop);
        Filter = InboxFilter.Read(Request.Query);
        List = await inbox.ReadAsync(Actor, Filter, row, stop);
        Chips = await choices.ChipsAsync(Filter, stop);
        Fields = await choices.FieldsAsync(Actor, Filter, stop);
    }
}

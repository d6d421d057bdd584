using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Platform.Security;

namespace UnionHall.Requests.ListMentions;

/// <summary>提到我的: internal notes that name the reader.</summary>
[Needs(Permission.ReadRequests)]
internal sealed class ListMentionsPage(MentionQuery mentions, ICurrentActor current, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid? Before { get; set; }

    public IReadOnlyList<MentionRow> Rows { get; private set; } = [];

    public Guid? Next { get; private set; }

    public DateTimeOffset Now => clock.GetUtcNow();

    public async Task OnGetAsync(CancellationToken stop) => (Rows, Next) = await mentions.ListAsync(await current.GetAsync(stop), Before, stop);
}

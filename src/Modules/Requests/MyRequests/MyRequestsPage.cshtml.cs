using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Platform.Security;

namespace UnionHall.Requests.MyRequests;

/// <summary>我的事. A visitor finds what this browser opened by passphrase, and the ways in.</summary>
internal sealed class MyRequestsPage(MyRequestsQuery query, ICurrentActor actors) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Before { get; set; }

    public bool IsOpenShown => State != "ended";

    public bool IsSignedIn { get; private set; }

    public MyRequestsSlice Slice { get; private set; } = new([], null);

    public async Task OnGetAsync(CancellationToken stop)
    {
        var actor = await actors.GetAsync(stop);
        IsSignedIn = actor.Account is not null;
        if (!query.HasNone(actor))
        {
            Slice = await query.ListAsync(actor, IsOpenShown, Before is { } last ? RequestId.From(last) : null, MyRequestsQuery.PageSize, stop);
        }
    }

    public string Address(string? state, RequestId? before = null) =>
        "/my/requests" + QueryString.Create([.. Values(state, before)]);

    private static IEnumerable<KeyValuePair<string, string?>> Values(string? state, RequestId? before)
    {
        if (state is not null)
        {
            yield return new("state", state);
        }

        if (before is { } last)
        {
            yield return new("before", last.Value.ToString());
        }
    }
}

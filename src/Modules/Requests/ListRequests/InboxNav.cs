using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using UnionHall.Platform.Security;
using UnionHall.Platform.Ui;
using UnionHall.Requests.SaveView;

namespace UnionHall.Requests.ListRequests;

/// <summary>The views under 收件: those everyone has, then one's own.</summary>
internal sealed class InboxNav(SaveViewHandler views) : INavSection
{
    public const string Address = "/desk/requests";

    public string Under => Address;

    public async Task<IReadOnlyList<NavLink>> OwnAsync(Actor actor, CancellationToken stop) => actor.Account is null
        ? []
        : [.. (await views.Of(actor).AsNoTracking().OrderBy(view => view.Id).ToListAsync(stop)).Select(view => new NavLink(view.Name, $"{Address}?{view.Query}"))];

    public async ValueTask<IReadOnlyList<NavLink>> LinksAsync(Actor actor, HttpContext page) =>
        [.. InboxView.Each.Select(view => new NavLink(view.Name, $"{Address}?view={view.Code}")), .. await OwnAsync(actor, page.RequestAborted)];
}

using Microsoft.AspNetCore.Http;
using Npgsql;
using UnionHall.Platform.Data;
using UnionHall.Platform.Security;
using UnionHall.Platform.Ui;

namespace UnionHall.Requests.ListRequests;

/// <summary>The views under 收件: those everyone has, then one's own.</summary>
internal sealed class InboxNav(NpgsqlDataSource source) : INavSection
{
    public const string Address = "/desk/requests";

    public string Under => Address;

    public async Task<IReadOnlyList<NavLink>> OwnAsync(Actor actor, CancellationToken stop)
    {
        var links = new List<NavLink>();
        await using var command = source.Command("select name, query from saved_view where account = $1 order by id", actor.Account?.Value);
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
        {
            links.Add(new NavLink(reader.GetString(0), $"{Address}?{reader.GetString(1)}"));
        }

        return links;
    }

    public async ValueTask<IReadOnlyList<NavLink>> LinksAsync(Actor actor, HttpContext page) =>
        [.. InboxView.Each.Select(view => new NavLink(view.Name, $"{Address}?view={view.Code}")), .. await OwnAsync(actor, page.RequestAborted)];
}

using Microsoft.AspNetCore.Http;
using Npgsql;
using UnionHall.Platform.Data;
using UnionHall.Platform.Security;
using UnionHall.Platform.Ui;

namespace UnionHall.Requests.ListRequests;

/// <summary>The views under 收件: those everyone has, then one's own.</summary>
internal sealed class InboxNav(NpgsqlDataSource source) : INavSection, IFrameRead
{
    public const string Address = "/desk/requests";
    private const string Own = "select name, query from saved_view where account = $1 order by id";

    private (AccountId Account, IReadOnlyList<NavLink>? Links) asked;

    public string Under => Address;

    public NpgsqlBatchCommand Ask(AccountId account)
    {
        asked = (account, null);
        return Sql.Ask(Own, account.Value);
    }

    public async Task ReadAsync(NpgsqlDataReader rows, CancellationToken stop) => asked.Links = await LinksAsync(rows, stop);

    public async ValueTask<IReadOnlyList<NavLink>> LinksAsync(Actor actor, HttpContext page) =>
        [.. InboxView.Each.Select(view => new NavLink(view.Name, $"{Address}?view={view.Code}")), .. actor.Account is { } account ? await OwnAsync(account, page.RequestAborted) : []];

    private async Task<IReadOnlyList<NavLink>> OwnAsync(AccountId account, CancellationToken stop)
    {
        if (asked.Account == account && asked.Links is { } known)
        {
            return known;
        }

        await using var command = source.Command(Own, account.Value);
        await using var reader = await command.ExecuteReaderAsync(stop);
        return await LinksAsync(reader, stop);
    }

    private static async Task<IReadOnlyList<NavLink>> LinksAsync(NpgsqlDataReader rows, CancellationToken stop)
    {
        var links = new List<NavLink>();
        while (await rows.ReadAsync(stop))
        {
            links.Add(new NavLink(rows.GetString(0), $"{Address}?{rows.GetString(1)}"));
        }

        return links;
    }
}

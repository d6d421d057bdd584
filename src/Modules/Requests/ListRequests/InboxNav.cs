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

    private List<NavLink>? own;

    public string Under => Address;

    public NpgsqlBatchCommand Ask(AccountId account) => Sql.Ask(Own, account.Value);

    public async Task ReadAsync(NpgsqlDataReader rows, CancellationToken stop)
    {
        own = [];
        while (await rows.ReadAsync(stop))
        {
            own.Add(new NavLink(rows.GetString(0), $"{Address}?{rows.GetString(1)}"));
        }
    }

    public async ValueTask<IReadOnlyList<NavLink>> LinksAsync(Actor actor, HttpContext page) =>
        [.. InboxView.Each.Select(view => new NavLink(view.Name, $"{Address}?view={view.Code}")), .. await OwnAsync(actor, page.RequestAborted)];

    private async Task<IReadOnlyList<NavLink>> OwnAsync(Actor actor, CancellationToken stop)
    {
        if (own is null && actor.Account is { } account)
        {
            await using var command = source.Command(Own, account.Value);
            await using var reader = await command.ExecuteReaderAsync(stop);
            await ReadAsync(reader, stop);
        }

        return own ?? [];
    }
}

using UnionHall.Platform.Security;
using UnionHall.Platform.Ui;
using UnionHall.Requests.MyRequests;

namespace UnionHall.Requests.Welcome;

/// <summary>我的事 on the home page: the newest that are not ended.</summary>
internal sealed class MyMattersPanel(MyRequestsQuery query) : IHomePanel
{
    private const int Most = 3;

    public int Order => 10;

    public async ValueTask<Panel?> ShowAsync(Actor actor, CancellationToken stop)
    {
        if (query.HasNone(actor))
        {
            return new Panel("/Welcome/_MyMatters.cshtml", new MyMatters([], 0));
        }

        var slice = await query.ListAsync(actor, isOpen: true, before: null, Most, stop);
        var total = slice.Next is null ? slice.Rows.Count : await query.OpenAsync(actor, stop);
        return new Panel("/Welcome/_MyMatters.cshtml", new MyMatters(slice.Rows, total));
    }
}

/// <summary>What the panel shows, and how many there are in all.</summary>
internal sealed record MyMatters(IReadOnlyList<MyRequest> Rows, int Total);

using UnionHall.Platform.Security;
using UnionHall.Requests.Domain;
using UnionHall.Requests.ListRequests;
using UnionHall.Requests.OpenRequest;

namespace UnionHall.Requests.MergeRequest;

/// <summary>Finds the other request and says what would happen to clocks, orders and people.</summary>
internal sealed class MergeQuery(CaseQuery cases, InboxQuery inbox)
{
    private const int MostFound = 8;

    /// <summary>Requests in scope that hold these words, newest first; none for a reference, which is the target itself.</summary>
    public async Task<IReadOnlyList<InboxRow>> SearchAsync(Actor actor, CaseView seen, string? typed, CancellationToken stop)
    {
        if (string.IsNullOrWhiteSpace(typed) || Reference.Parse(typed) is not null)
        {
            return [];
        }

        var filter = new InboxFilter { View = InboxView.All, Search = typed.Length > 100 ? typed[..100] : typed };
        return [.. (await inbox.PeekAsync(actor, filter, InboxPage.Size, stop)).First.Where(row => row.Reference != seen.Row.Reference && row.State != RequestState.Merged).Take(MostFound)];
    }

    /// <summary>The request it would be handled under, as this reader may see it; null when there is none.</summary>
    public async Task<CaseView?> TargetAsync(Actor actor, CaseView seen, string? typed, CancellationToken stop) =>
        Reference.Parse(typed) is { } number && number != seen.Row.Reference ? await cases.FindAsync(actor, number, stop) : null;

    /// <summary>What would be so afterwards, in sentences.</summary>
    public static IReadOnlyList<string> Consequences(CaseView seen, CaseView target)
    {
        var (own, theirs) = (SpokenBy(seen), SpokenBy(target));
        var orders = seen.Orders.Count(node => node.Order.IsOpenLead);
        return
        [
            $"这件从待办里出去，不再单独计数，也不算进三率；以后由{target.UnitName}在那一件里一起答复。",
            target.Row.ClosedAt is null
                ? $"答应职工的日期：这件是{own}，那件是{theirs}。{(target.Row.DueAt > seen.Row.DueAt ? "那件更晚，这位职工会看到日子往后了，最好先告诉他。" : "以那件的为准，不会更晚。")}"
                : "那件已经办结，这位职工会看到那边的答复；他有新情况，补充上来会重新打开。",
            $"这件的 {orders} 张工单停在这里，谁的也不算办完。拆出来时接着办，期限还是原来的，并着的时间不算停表。",
            seen.Row.Visibility == Visibility.Named ? "这位职工凭自己的编号看进度，看得到那件里工会的公开答复；那件职工说的话他看不到，他的名字那边的职工也看不到。" : $"这位职工选的“{seen.Row.Visibility.Chinese()}”不变：他是谁照样封着，凭自己的编号和口令看进度。",
            "看得到那件的单位，从此也看得到这件的原话和经过。",
        ];
    }

    private static string SpokenBy(CaseView seen) => ClockText.By(seen.Row.DueAt, seen.Now);
}

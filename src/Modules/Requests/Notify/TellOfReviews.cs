using UnionHall.Organisation;
using UnionHall.Platform.Jobs;
using UnionHall.Platform.Security;

namespace UnionHall.Requests.Notify;

/// <summary>Tells those above of a review that waits, the asker of what was decided, and a unit of what a follow-up sent back.</summary>
internal sealed class TellOfReviews(DeskNotices notices, StaffDirectory staff, UnitDirectory units) :
    IEventHandler<ReviewAsked>, IEventHandler<ReviewDecided>, IEventHandler<RequestReworked>
{
    public async Task HandleAsync(ReviewAsked happened, CancellationToken stop)
    {
        var lineage = await units.LineageAsync(happened.Unit, stop);
        var above = lineage.Count > 1 ? lineage[1].UnitId : happened.Unit;
        var people = (await staff.WithAsync(Permission.SuperviseRequests, above, stop)).Select(one => one.AccountId).Distinct().ToList();
        await notices.SendAsync(happened.Request, happened.Reference, "review-asked", $"{await notices.NameAsync(happened.Unit, stop)}申请{happened.Kind.Chinese()}，等裁定", "", people, stop);
    }

    public Task HandleAsync(ReviewDecided happened, CancellationToken stop) => notices.SendAsync(
        happened.Request, happened.Reference, "review-decided", $"您申请的{happened.Kind.Chinese()}{(happened.Granted ? "同意了" : "没有同意，看看原因")}", "", happened.AskedBy is { } asker ? [asker] : [], stop);

    public async Task HandleAsync(RequestReworked happened, CancellationToken stop)
    {
        var people = (await staff.WithAsync(happened.GoesUp ? Permission.SuperviseRequests : Permission.HandleRequests, happened.To, stop)).Select(one => one.AccountId).Distinct().ToList();
        await notices.SendAsync(happened.Request, happened.Reference, "request-reworked", $"回访时职工说没解决，到了{await notices.NameAsync(happened.To, stop)}，要重办", "", people, stop);
    }
}

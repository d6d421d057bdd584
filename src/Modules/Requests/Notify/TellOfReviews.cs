using Microsoft.EntityFrameworkCore;
using UnionHall.Platform.Jobs;
using UnionHall.Platform.Security;
using UnionHall.Requests.Data;

namespace UnionHall.Requests.Notify;

/// <summary>Tells those above of a review that waits, the asker of what was decided, and a unit of what a follow-up sent back.</summary>
internal sealed class TellOfReviews(RequestsDb db, DeskNotices notices) :
    IEventHandler<ReviewAsked>, IEventHandler<ReviewDecided>, IEventHandler<RequestReworked>
{
    public async Task HandleAsync(ReviewAsked happened, CancellationToken stop)
    {
        var asker = await db.Reviews.Where(review => review.Id == happened.Review).Select(review => review.AskedBy).SingleAsync(stop);
        var people = await notices.DecidersAboveAsync(happened.Request, happened.Unit, asker, [Permission.SuperviseRequests], stop);
        await notices.SendAsync(happened.Request, happened.Reference, "review-asked", $"{await notices.NameAsync(happened.Unit, stop)}申请{happened.Kind.Chinese()}，等裁定", "", people, stop);
    }

    public Task HandleAsync(ReviewDecided happened, CancellationToken stop) => notices.SendAsync(
        happened.Request, happened.Reference, "review-decided", $"您申请的{happened.Kind.Chinese()}{(happened.Granted ? "同意了" : "没有同意，看看原因")}", "", happened.AskedBy is { } asker ? [asker] : [], stop);

    public async Task HandleAsync(RequestReworked happened, CancellationToken stop)
    {
        var people = happened.GoesUp
            ? await notices.FirstAsync(happened.Request, happened.To, stop, one => one.Role.Allows(Permission.SuperviseRequests), one => one.Role.Allows(Permission.HandleRequests))
            : await notices.HoldersAsync(happened.Request, null, happened.To, stop);
        await notices.SendAsync(happened.Request, happened.Reference, "request-reworked", $"回访时职工说没解决，到了{await notices.NameAsync(happened.To, stop)}，要重办", "", people, stop);
    }
}

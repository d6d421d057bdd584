using Microsoft.EntityFrameworkCore;
using UnionHall.Platform.Jobs;
using UnionHall.Platform.Notices;
using UnionHall.Platform.Security;
using UnionHall.Requests.Data;
using UnionHall.Requests.SayFeedback;

namespace UnionHall.Requests.Notify;

/// <summary>Tells the worker that it ended and asks how, by a link that needs no account.</summary>
internal sealed class AskForWord(RequestsDb db, NoticeBoard board, FeedbackLinks links) : IEventHandler<RequestClosed>
{
    private const string Kind = "word-asked";

    private static readonly Actor Platform = Actor.Platform("提醒");

    public async Task HandleAsync(RequestClosed happened, CancellationToken stop)
    {
        var words = happened.Outcome switch
        {
            Outcome.Silent => "先办结了。解决没有、满意不满意，点开说一句",
            Outcome.Solved when happened.Rating is null => "办结了，办得怎么样，点开说一句",
            _ => null,
        };
        var account = await db.Requesters.AsNoTracking().Where(row => row.RequestId == happened.Request).Select(row => row.Account).SingleOrDefaultAsync(stop);
        if (words is not null && account is { } worker && await db.FindAsync(happened.Reference, stop) is { ClosedAt: not null } request
            && await board.SendAsync(db.Context, [worker], $"{Reference.Spoken(happened.Reference)}：{words}", await links.IssueAsync(request, stop), Kind, stop) > 0)
        {
            db.Context.Happened(new WorkerTold(happened.Request, Kind));
            await db.SaveAsync(Platform, stop);
        }
    }
}

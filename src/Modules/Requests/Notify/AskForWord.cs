using Microsoft.EntityFrameworkCore;
using UnionHall.Organisation;
using UnionHall.Platform.Jobs;
using UnionHall.Platform.Notices;
using UnionHall.Platform.Security;
using UnionHall.Platform.Signals;
using UnionHall.Requests.Data;
using UnionHall.Requests.SayFeedback;

namespace UnionHall.Requests.Notify;

/// <summary>Tells the worker that it ended and asks how, by a link that needs no account; and both sides when a follow-up sent it back.</summary>
internal sealed class AskForWord(RequestsDb db, NoticeBoard board, FeedbackLinks links, StaffDirectory staff, UnitDirectory units) : IEventHandler<RequestClosed>, IEventHandler<RequestReworked>
{
    private static readonly Actor Platform = Actor.Platform("提醒");

    public async Task HandleAsync(RequestClosed happened, CancellationToken stop)
    {
        var words = happened.Outcome switch
        {
            Outcome.Silent => "先办结了。解决没有、满意不满意，点开说一句",
            Outcome.Solved when happened.Rating is null => "办结了，办得怎么样，点开说一句",
            _ => null,
        };
        if (words is not null && await db.FindAsync(happened.Reference, stop) is { ClosedAt: not null } request)
        {
            await TellWorkerAsync(happened.Request, happened.Reference, "word-asked", words, await links.IssueAsync(request, stop), stop);
        }
    }

    public async Task HandleAsync(RequestReworked happened, CancellationToken stop)
    {
        foreach (var unit in await db.Reach.AsNoTracking().Where(reach => reach.RequestId == happened.Request).Select(reach => reach.UnitId).ToListAsync(stop))
        {
            db.Context.SignalAfterSave(LiveEndpoint.DeskTopic(unit));
        }

        var people = (await staff.WithAsync(happened.GoesUp ? Permission.SuperviseRequests : Permission.HandleRequests, happened.To, stop)).Select(one => one.AccountId).Distinct().ToList();
        var name = (await units.FindAsync(happened.To, stop))?.ShortName ?? "您单位";
        var told = await board.SendAsync(db.Context, people, $"{Reference.Spoken(happened.Reference)}：回访时职工说没解决，到了{name}，要重办", $"/desk/requests/{happened.Reference}", "request-reworked", stop);
        if (told > 0)
        {
            db.Context.Happened(new ColleaguesTold(happened.Request, "request-reworked", told));
        }

        await db.SaveAsync(Platform, stop);
    }

    private async Task TellWorkerAsync(RequestId request, string reference, string kind, string words, string link, CancellationToken stop)
    {
        var account = await db.Requesters.AsNoTracking().Where(row => row.RequestId == request).Select(row => row.Account).SingleOrDefaultAsync(stop);
        if (account is { } worker && await board.SendAsync(db.Context, [worker], $"{Reference.Spoken(reference)}：{words}", link, kind, stop) > 0)
        {
            db.Context.Happened(new WorkerTold(request, kind));
            await db.SaveAsync(Platform, stop);
        }
    }
}
